import { eq } from "drizzle-orm";
import { expect, test } from "bun:test";
import { dkimKeys, domains } from "../../db/schema";
import { addDomain } from "~/features/domains/server/add-domain";
import { applyDomain } from "~/features/domains/server/apply-domain";
import { makeDkimKey } from "~/features/domains/server/dns/dkim-key";
import { parkedName } from "~/features/domains/server/park-name";
import { removeDomain } from "~/features/domains/server/remove-domain";
import { activeDomain, asJob } from "~/features/domains/server/testing-domains";
import { reconcile } from "./reconcile";
import { testMember, testServices } from "./testing";

const { services, owner } = await testServices();
const { directory } = services.engine;
const { ctx } = await testMember(services);

/** Only the lists that are not empty. */
const drift = async () =>
  Object.fromEntries(Object.entries(await reconcile(services)).filter(([, names]) => names.length > 0));
const { privateKey } = await makeDkimKey("ed25519-sha256");
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
