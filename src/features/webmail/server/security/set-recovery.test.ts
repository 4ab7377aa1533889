import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { aliases } from "../../../../../db/schema";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { mailedTo } from "~/features/auth/server/testing-mailed";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { getMailSecurity } from "./get-mail-security";
import { setRecovery } from "./set-recovery";
import { asMailbox } from "./testing-mail-security";

const world = await testServices();
const services = { ...world.services, rateLimit: async () => {} };
const { owner } = world;
const { member, people } = await testMailboxes(services, "way.test", ["ana"]);
const { browser, userId } = people.ana;
const set = (email: string) => asMailbox(browser, (ctx) => setRecovery(ctx, { email }));

test("an address is asked for by mail and counts for nothing yet; asking again makes the first link worthless", async () => {
  await set("ana@private.example");
  await set("ana@other.example");
  const known = await asMailbox(browser, getMailSecurity);
  expect(known).toMatchObject({ recoveryEmail: null, recoveryAsked: "ana@other.example" });
  expect((await mailedTo(services, owner, "ana@private.example")).map(({ kind }) => kind)).toEqual([
    "mailbox_recovery",
  ]);
  expect(await auditedActions(services, member.tenantId)).toContain("access.ask_recovery");
});

test("an address that would be lost with the mailbox is refused: of its domain, of a name below it, or another name of itself", async () => {
  const { id: domainId } = await activeDomain(services, member, "second.test");
  const alias = { tenantId: member.tenantId, domainId, mailUserId: userId, address: "ana@second.test" };
  await owner.delete(aliases).where(eq(aliases.address, alias.address));
  await owner.insert(aliases).values(alias);
  for (const email of ["bo@way.test", "bo@lists.way.test", "ana@second.test"])
    expect([email, await refusalOf(set(email))]).toEqual([email, "request.invalid"]);
});
