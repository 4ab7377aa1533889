import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { applyDomain } from "~/features/domains/server/apply-domain";
import { removeDomain } from "~/features/domains/server/remove-domain";
import { asJob } from "~/features/domains/server/testing-domains";
import { signInMailbox } from "~/features/webmail/server/sign-in-mailbox";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { domains, mailUsers } from "../../../../db/schema";
import { removeUser } from "./remove-user";
import { appliedUser, applyNow, password, tenantWithDomain } from "./testing-users";

const { services, owner } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");

test("a deleted user is out at once, is gone from the mail server, and is audited", async () => {
  const user = await appliedUser(services, ctx, domainId, "ana");
  const browser = testBrowser(services);
  await browser.visit((as) => signInMailbox(as, { address: user.address, password }));
  await removeUser(ctx, { userId: user.id });
  expect(await browser.visit((as) => as.mailbox)).toBeNull();
  const again = testBrowser(services).visit((as) => signInMailbox(as, { address: user.address, password }));
  expect(await refusalOf(again)).toBe("auth.wrong_credentials");
  await applyNow(services, ctx, user.id);
  expect(await services.engine.directory.accounts.find(user.address)).toBeNull();
  expect(await auditedActions(services, ctx.tenantId)).toContain("user.remove");
});

test("nothing of the password is kept", async () => {
  const user = await appliedUser(services, ctx, domainId, "bea");
  await removeUser(ctx, { userId: user.id });
  const [row] = await owner.select().from(mailUsers).where(eq(mailUsers.id, user.id));
  expect(row).toMatchObject({ state: "deleted", passwordHash: "-" });
});

test("deleting twice says that there is no such user", async () => {
  const user = await appliedUser(services, ctx, domainId, "cleo");
  await removeUser(ctx, { userId: user.id });
  expect(await refusalOf(removeUser(ctx, { userId: user.id }))).toBe("user.not_found");
});

test("once its last user is deleted a domain can be given up, as soon as the mail server has let go of the mailbox", async () => {
  const leaving = await tenantWithDomain(services, "leaving.test");
  const user = await appliedUser(services, leaving.ctx, leaving.domainId, "ana");
  const { ctx: leaver, domainId: id } = leaving;
  expect(await refusalOf(removeDomain(leaver, { domainId: id }))).toBe("domain.has_users");
  await removeUser(leaver, { userId: user.id });
  await removeDomain(leaver, { domainId: id });
  const release = () => applyDomain(asJob(services, leaver), { domainId: id });
  expect(await refusalOf(release())).toBe("engine.unavailable");
  await applyNow(services, leaver, user.id);
  await release();
  expect(await owner.select().from(domains).where(eq(domains.id, id))).toEqual([]);
  expect(await services.engine.directory.domains.find("leaving.test")).toBeNull();
});
