import { expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { mailedTo } from "~/features/auth/server/testing-mailed";
import { systemContext } from "~/server/context";
import { testServices } from "~/server/testing";
import { mailUsers } from "../../../../../db/schema";
import { appliedUser, gigabyte, tenantWithDomain } from "../testing-users";
import { usageIs } from "./testing-usage";
import { warnUser } from "./warn-user";

setDefaultTimeout(60_000);

const { services, owner } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");
const ana = await appliedUser(services, ctx, domainId, "ana");
const job = systemContext(services, { job: "quota.warn" }, ctx.tenantId);
const filled = (part: number) => usageIs(services, { [ana.address]: Math.ceil(gigabyte * part) });

async function inboxOf(address: string) {
  const { directory, forUser } = services.engine;
  const { accountId } = (await directory.accounts.find(address))!;
  const expiresAt = new Date(Date.now() + 60_000);
  const { secret } = await directory.keys.mint({ accountId, description: "test", expiresAt });
  const { page } = await forUser(secret).overview({ mailbox: { role: "inbox" }, limit: 10 });
  return page.threads.map(({ subject }) => subject);
}

test("the user finds the warning in the mailbox, without any relay", async () => {
  await filled(0.85);
  await warnUser(job, { userId: ana.id });
  expect(await inboxOf(ana.address)).toContain("ana@acme.test is 80 % full");
  await filled(0.1);
  const before = (await inboxOf(ana.address)).length;
  await warnUser(job, { userId: ana.id });
  expect((await inboxOf(ana.address)).length).toBe(before);
});

test("of a full mailbox the recovery address hears as well, once it was confirmed", async () => {
  const recoveryEmail = "ana@home.example";
  await owner.update(mailUsers).set({ recoveryEmail }).where(eq(mailUsers.id, ana.id));
  await filled(1.1);
  await warnUser(job, { userId: ana.id });
  expect(await mailedTo(services, owner, recoveryEmail)).toEqual([]);
  await owner.update(mailUsers).set({ recoveryConfirmedAt: new Date() }).where(eq(mailUsers.id, ana.id));
  await warnUser(job, { userId: ana.id });
  const [mail] = await mailedTo(services, owner, recoveryEmail);
  expect([mail!.subject, mail!.text]).toEqual([
    "ana@acme.test is full",
    expect.stringContaining("Nothing is lost yet: new mail waits with its senders"),
  ]);
});
