import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { dkimKeys, domains, jobs, tenants } from "../../../../db/schema";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import type { AppError } from "~/lib/errors";
import { addDomain } from "./add-domain";

const { services, owner } = await testServices();
const { ctx } = await testMember(services);

test("a claim is recorded with a token, a sealed signing key and a check, and nothing reaches the engine", async () => {
  const domain = await addDomain(ctx, { name: " Acme.TEST. " });
  expect(domain).toMatchObject({
    name: "acme.test",
    state: "pending_proof",
    application: "none",
    requiredDone: 0,
    requiredTotal: 4,
  });
  const [row] = await owner.select().from(domains).where(eq(domains.id, domain.id));
  expect(row).toMatchObject({
    tenantId: ctx.tenantId,
    provenAt: null,
    proofToken: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  const [key] = await owner.select().from(dkimKeys).where(eq(dkimKeys.domainId, domain.id));
  expect(key?.sealedPrivateKey).not.toContain("PRIVATE KEY");
  const due = await owner.select().from(jobs).where(eq(jobs.key, domain.id));
  expect(due.map(({ name }) => name)).toEqual(["dns-verification"]);
  expect(await auditedActions(services, ctx.tenantId)).toEqual(["domain.add"]);
  expect(await services.engine.directory.domains.find("acme.test")).toBeNull();
});

test("the same name cannot be added twice, but another tenant may claim it too, with another token", async () => {
  expect(await refusalOf(addDomain(ctx, { name: "acme.test" }))).toBe("domain.already_added");
  const other = await testMember(services);
  const theirs = await addDomain(other.ctx, { name: "acme.test" });
  expect(theirs.state).toBe("pending_proof");
  const rows = await owner.select().from(domains).where(eq(domains.name, "acme.test"));
  expect(new Set(rows.map(({ proofToken }) => proofToken)).size).toBe(2);
});

test("a name that cannot be a mail domain is refused with the reason", async () => {
  const failure = (await addDomain(ctx, { name: "co.uk" }).catch((error: unknown) => error)) as AppError;
  expect(failure.key).toBe("domain.name_refused");
  expect(failure.details.issues).toEqual([{ path: "name", message: "public_suffix" }]);
  for (const name of ["mail.deftmail.test", "deftmail.test"]) {
    expect(await refusalOf(addDomain(ctx, { name }))).toBe("domain.name_refused");
  }
});

test("a name under .test is refused outside of the trial", async () => {
  const platform = { ...ctx.platform, trialZone: null };
  expect(await refusalOf(addDomain({ ...ctx, platform }, { name: "real.test" }))).toBe("domain.name_refused");
});

test("a name that mixes alphabets as look-alikes do is added only by those who say that they mean it", async () => {
  const name = "p\u0430ypal.test";
  const failure = (await addDomain(ctx, { name }).catch((error: unknown) => error)) as AppError;
  expect(failure.details.issues).toEqual([{ path: "name", message: "mixed_script" }]);
  const domain = await addDomain(ctx, { name, confirmsMixedScript: true });
  expect(domain).toMatchObject({ state: "pending_proof", name: expect.stringMatching(/^xn--/) });
});

test("what is meant to happen with the mail can be said at once", async () => {
  const { id } = await addDomain(ctx, { name: "sender.test", intent: "send_only" });
  expect((await owner.select().from(domains).where(eq(domains.id, id)))[0]?.intent).toBe("send_only");
});

test("a viewer may not add a domain", async () => {
  const viewer = await joinTenant(services, ctx.tenantId, "viewer");
  expect(await refusalOf(addDomain(viewer.ctx, { name: "viewer.test" }))).toBe("auth.role_too_low");
});

test("the plan's limit holds, also for requests at the same time", async () => {
  const small = await testMember(services);
  await owner.update(tenants).set({ maxDomains: 2 }).where(eq(tenants.id, small.ctx.tenantId));
  const names = ["a.test", "b.test", "c.test", "d.test"];
  const outcomes = await Promise.all(names.map((name) => refusalOf(addDomain(small.ctx, { name }))));
  expect(outcomes.toSorted()).toEqual(["none", "none", "tenant.limit_reached", "tenant.limit_reached"]);
});
