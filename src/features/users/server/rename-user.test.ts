import { expect, test } from "bun:test";
import { asc, eq } from "drizzle-orm";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { signInMailbox } from "~/features/webmail/server/sign-in-mailbox";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { aliases, domains, groupMembers, groups } from "../../../../db/schema";
import { renameUser } from "./rename-user";
import { appliedUser, applyNow, password, tenantWithDomain } from "./testing-users";

const { services, owner } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "acme.test");
const { tenantId } = ctx;
const { accounts } = services.engine.directory;
await appliedUser(services, ctx, domainId, "first");
const aliasesOf = async (userId: string) =>
  (await owner.select().from(aliases).where(eq(aliases.mailUserId, userId)).orderBy(asc(aliases.address))).map(
    ({ address }) => address,
  );

test("a renamed user keeps mail and password, signs in by the new address and gets mail at the old one", async () => {
  const user = await appliedUser(services, ctx, domainId, "ana");
  const browser = testBrowser(services);
  await browser.visit((as) => signInMailbox(as, { address: user.address, password }));
  const before = await accounts.find(user.address);
  const renamed = await renameUser(ctx, { userId: user.id, localPart: "Ana.Ruiz" });
  expect(renamed).toMatchObject({ address: "ana.ruiz@acme.test", application: "pending" });
  expect(await browser.visit((as) => as.mailbox)).toBeNull();
  await applyNow(services, ctx, user.id);
  expect(await accounts.find("ana.ruiz@acme.test")).toMatchObject({
    ...{ accountId: before!.accountId, aliases: ["ana@acme.test"] },
  });
  const signIn = (address: string) =>
    refusalOf(testBrowser(services).visit((as) => signInMailbox(as, { address, password })));
  expect([await signIn("ana.ruiz@acme.test"), await signIn("ana@acme.test")]).toEqual([
    ...["none", "auth.wrong_credentials"],
  ]);
  expect(await auditedActions(services, tenantId)).toContain("user.rename");
});

test("an address that is let go is free at once", async () => {
  const user = await appliedUser(services, ctx, domainId, "bea");
  await renameUser(ctx, { userId: user.id, localPart: "beatrice", keepsOld: false });
  expect(await aliasesOf(user.id)).toEqual([]);
  await applyNow(services, ctx, user.id);
  expect((await appliedUser(services, ctx, domainId, "bea")).address).toBe("bea@acme.test");
});

test("one's own alias becomes the address, and the other way round", async () => {
  const user = await appliedUser(services, ctx, domainId, "cleo");
  await renameUser(ctx, { userId: user.id, localPart: "cleopatra" });
  await renameUser(ctx, { userId: user.id, localPart: "cleo" });
  expect(await aliasesOf(user.id)).toEqual(["cleopatra@acme.test"]);
  await applyNow(services, ctx, user.id);
  expect((await accounts.find("cleo@acme.test"))?.aliases).toEqual(["cleopatra@acme.test"]);
});

test("a user moves to another domain of the tenant, mail and all, and to nobody else's", async () => {
  const { id: other } = await activeDomain(services, ctx, "acme-two.test");
  const user = await appliedUser(services, ctx, domainId, "dana");
  const before = await accounts.find(user.address);
  const moved = await renameUser(ctx, { userId: user.id, localPart: "dana", domainId: other });
  expect(moved).toMatchObject({ address: "dana@acme-two.test", domainId: other });
  await applyNow(services, ctx, user.id);
  expect((await accounts.find("dana@acme-two.test"))?.accountId).toBe(before!.accountId);
  const strange = await tenantWithDomain(services, "strange.test");
  const steal = renameUser(ctx, { userId: user.id, localPart: "dana", domainId: strange.domainId });
  expect(await refusalOf(steal)).toBe("domain.not_found");
});

test("an address that anybody holds is refused, and the user stays as they were", async () => {
  const user = await appliedUser(services, ctx, domainId, "eve");
  await owner.insert(groups).values({ tenantId, domainId, address: "team@acme.test" });
  expect(await refusalOf(renameUser(ctx, { userId: user.id, localPart: "team" }))).toBe("user.address_taken");
  expect(await refusalOf(renameUser(ctx, { userId: user.id, localPart: "first" }))).toBe("user.address_taken");
  expect(await refusalOf(renameUser(ctx, { userId: user.id, localPart: "a..b" }))).toBe("user.address_invalid");
  expect(await aliasesOf(user.id)).toEqual([]);
});

test("groups and the catch-all go along", async () => {
  const user = await appliedUser(services, ctx, domainId, "finn");
  const [crew] = await owner.insert(groups).values({ tenantId, domainId, address: "crew@acme.test" }).returning();
  await owner.insert(groupMembers).values({ tenantId, groupId: crew!.id, mailUserId: user.id });
  await owner.update(domains).set({ catchAll: user.address }).where(eq(domains.id, domainId));
  await renameUser(ctx, { userId: user.id, localPart: "finnegan" });
  expect((await owner.select().from(groups).where(eq(groups.id, crew!.id)))[0]?.revision).toBe(2);
  const [domain] = await owner.select().from(domains).where(eq(domains.id, domainId));
  expect(domain?.catchAll).toBe("finnegan@acme.test");
});

test("viewers and other tenants cannot rename", async () => {
  const user = await appliedUser(services, ctx, domainId, "gil");
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(renameUser(viewer, { userId: user.id, localPart: "x" }))).toBe("auth.role_too_low");
  expect(await refusalOf(renameUser(stranger, { userId: user.id, localPart: "x" }))).toBe("user.not_found");
});
