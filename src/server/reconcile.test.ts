import { eq } from "drizzle-orm";
import { expect, test } from "bun:test";
import { aliases, dkimKeys, domains, groupMembers, groups, mailUsers } from "../../db/schema";
import { addDomain } from "~/features/domains/server/add-domain";
import { applyDomain } from "~/features/domains/server/apply-domain";
import { makeDkimKey } from "~/features/domains/server/dns/dkim-key";
import { parkedName } from "~/features/domains/server/park-name";
import { removeDomain } from "~/features/domains/server/remove-domain";
import { activeDomain, asJob } from "~/features/domains/server/testing-domains";
import { unknownHash } from "~/features/users/server/access/unknown-hash";
import { suspendUser } from "~/features/users/server/suspend-user";
import { appliedUser, applyNow } from "~/features/users/server/testing-users";
import { reconcile } from "./reconcile";
import { testMember, testServices } from "./testing";

const { services, owner } = await testServices();
const { directory } = services.engine;
const { ctx } = await testMember(services);

/** Only the lists that are not empty. */
const drift = async () =>
  Object.fromEntries(Object.entries(await reconcile(services)).filter(([, names]) => names.length > 0));
const { privateKey } = await makeDkimKey("ed25519-sha256");
const passwordHash = unknownHash();
const key = { algorithm: "ed25519-sha256", stage: "active", privateKey } as const;

test("a domain with its key, a mere claim and one that was given up leave nothing to report", async () => {
  await activeDomain(services, ctx, "whole.test");
  const claim = await addDomain(ctx, { name: "claim.test" });
  await removeDomain(ctx, { domainId: claim.id });
  await addDomain(ctx, { name: "claim.test" });
  const given = await activeDomain(services, ctx, "given.test");
  await removeDomain(ctx, { domainId: given.id });
  await applyDomain(asJob(services, ctx), { domainId: given.id });
  expect(await drift()).toEqual({});
});

test("a key that the engine lost is named with its stage, and one that only the engine has as well", async () => {
  await activeDomain(services, ctx, "keys.test");
  await directory.dkim.remove("keys.test", "dm1");
  await directory.dkim.ensure({ domainName: "keys.test", selector: "stray", ...key });
  expect(await drift()).toEqual({
    keysMissingInEngine: ["keys.test dm1 rsa-sha256 active"],
    keysUnknownToPanel: ["keys.test stray ed25519-sha256 active"],
  });
  await directory.domains.remove("keys.test");
  await owner.delete(domains).where(eq(domains.name, "keys.test"));
});

test("a key that signs in the engine although the panel lets it wait is named on both sides", async () => {
  const { id } = await activeDomain(services, ctx, "stage.test");
  await owner.update(dkimKeys).set({ stage: "pending" }).where(eq(dkimKeys.domainId, id));
  expect(await drift()).toEqual({
    keysMissingInEngine: ["stage.test dm1 rsa-sha256 pending"],
    keysUnknownToPanel: ["stage.test dm1 rsa-sha256 active"],
  });
  await owner.update(dkimKeys).set({ stage: "retired" }).where(eq(dkimKeys.domainId, id));
  expect(await drift()).toEqual({ keysUnknownToPanel: ["stage.test dm1 rsa-sha256 active"] });
  await owner.update(dkimKeys).set({ stage: "active" }).where(eq(dkimKeys.domainId, id));
  expect(await drift()).toEqual({});
});

test("a state that says more than the proof does is named, and the domain that the engine then has for nobody", async () => {
  const { id } = await activeDomain(services, ctx, "proof.test");
  const { provenAt } = (await owner.select().from(domains).where(eq(domains.id, id)))[0]!;
  await owner.update(domains).set({ provenAt: null }).where(eq(domains.id, id));
  expect(await drift()).toEqual({
    domainsAtOddsWithProof: ["proof.test"],
    domainsUnknownToPanel: ["proof.test"],
    keysUnknownToPanel: ["proof.test dm1 rsa-sha256 active"],
  });
  await owner.update(domains).set({ provenAt, state: "pending_proof" }).where(eq(domains.id, id));
  expect(await drift()).toEqual({ domainsAtOddsWithProof: ["proof.test"] });
  await owner.update(domains).set({ state: "active" }).where(eq(domains.id, id));
});

test("a frozen domain is looked for where it was moved aside, not under its name", async () => {
  const { id } = await activeDomain(services, ctx, "frozen.test");
  const frozenUntil = new Date(Date.now() + 86_400_000);
  await owner.update(domains).set({ state: "suspended", frozenUntil }).where(eq(domains.id, id));
  expect(await drift()).toMatchObject({
    domainsMissingInEngine: [parkedName(id)],
    domainsUnknownToPanel: ["frozen.test"],
  });
  await applyDomain(asJob(services, ctx), { domainId: id });
  expect(await drift()).toEqual({});
});

test("a mailbox that is not as the panel has it is named with what differs, and one of either side alone", async () => {
  const { id: domainId } = await activeDomain(services, ctx, "people.test");
  const [ana, bo] = [
    await appliedUser(services, ctx, domainId, "ana"),
    await appliedUser(services, ctx, domainId, "bo"),
  ];
  expect(await drift()).toEqual({});
  await suspendUser(ctx, { userId: bo.id, blocks: ["receive"] });
  await owner.update(aliases).set({ isEnabled: false }).where(eq(aliases.address, "abuse@people.test"));
  await owner.update(mailUsers).set({ quotaBytes: 12_345_678, displayName: "B." }).where(eq(mailUsers.id, bo.id));
  const stray = { address: "stray@people.test", displayName: "", quotaBytes: 1, blocks: [], passwordHash };
  await directory.accounts.ensure(stray);
  await owner.insert(mailUsers).values({
    tenantId: ctx.tenantId,
    domainId,
    localPart: "new",
    address: "new@people.test",
    passwordHash,
    quotaBytes: 1,
  });
  expect(await drift()).toEqual({
    addressesMissingInEngine: ["new@people.test"],
    addressesUnknownToPanel: ["stray@people.test"],
    accountsAtOdds: ["ana@people.test aliases", "bo@people.test blocks", "bo@people.test name", "bo@people.test quota"],
  });
  await directory.accounts.remove(stray.address);
  await owner.delete(mailUsers).where(eq(mailUsers.address, "new@people.test"));
  for (const { id } of [ana, bo]) await applyNow(services, ctx, id);
  expect(await drift()).toEqual({});
});

test("so is a group, and what a domain does with addresses that nobody holds", async () => {
  const { id: domainId } = await activeDomain(services, ctx, "groups.test");
  const { tenantId } = ctx;
  const user = await appliedUser(services, ctx, domainId, "ana");
  const open = { tenantId, domainId, posting: "anyone" as const };
  const [team] = await owner
    .insert(groups)
    .values([
      { ...open, address: "team@groups.test" },
      { ...open, address: "lost@groups.test" },
    ])
    .returning();
  const members = (await owner.select().from(groups).where(eq(groups.domainId, domainId))).map(({ id: groupId }) => ({
    ...{ tenantId, groupId, mailUserId: user.id },
  }));
  await owner.insert(groupMembers).values(members);
  const list = { address: "team@groups.test", description: "", recipients: ["x@elsewhere.test"] };
  await directory.lists.ensure(list);
  await directory.lists.ensure({ ...list, address: "stray@groups.test" });
  await owner.update(domains).set({ catchAll: user.address }).where(eq(domains.id, domainId));
  expect(await drift()).toEqual({
    ...{ listsAtOdds: ["team@groups.test"], listsMissingInEngine: ["lost@groups.test"] },
    ...{ listsUnknownToPanel: ["stray@groups.test"], addressingAtOdds: ["groups.test"] },
  });
  await directory.lists.ensure({ ...list, recipients: [user.address] });
  await directory.lists.ensure({ ...list, address: "lost@groups.test", recipients: [user.address] });
  await directory.lists.remove("stray@groups.test");
  await directory.domains.ensure({ name: "groups.test", description: `tenant ${tenantId}`, catchAll: user.address });
  expect(await drift()).toEqual({});
  await owner.update(groups).set({ deletedAt: new Date() }).where(eq(groups.id, team!.id));
  expect(await drift()).toEqual({ listsUnknownToPanel: ["team@groups.test"] });
});
