import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { addDomain } from "~/features/domains/server/add-domain";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { createUser } from "~/features/users/server/create-user";
import { applyNow, gigabyte, password } from "~/features/users/server/testing-users";
import { jobs } from "../../db/schema";
import { reconcile } from "./reconcile";
import { sweepUnapplied } from "./sweep-unapplied";
import { testMember, testServices } from "./testing";

const { services } = await testServices();

test("what the engine never got, because its job was lost, is found, asked for again, and named until then", async () => {
  const { ctx } = await testMember(services);
  const { id: domainId } = await activeDomain(services, ctx, "drift.test");
  const user = await createUser(ctx, {
    domainId,
    localPart: "ana",
    displayName: "Ana",
    password,
    quotaBytes: gigabyte,
  });
  await services.db.delete(jobs);
  expect((await reconcile(services)).addressesMissingInEngine).toEqual(["ana@drift.test"]);

  expect(await sweepUnapplied(services)).toBe(1);
  expect(await services.db.select({ payload: jobs.payload }).from(jobs).where(eq(jobs.key, user.id))).toEqual([
    { payload: { tenantId: ctx.tenantId, kind: "mail_user", id: user.id } },
  ]);
  await applyNow(services, ctx, user.id);
  expect(await sweepUnapplied(services)).toBe(0);
  expect(Object.values(await reconcile(services)).flat()).toEqual([]);
});

test("work that still waits keeps its pace, and a mere claim is no work", async () => {
  const { ctx } = await testMember(services);
  await addDomain(ctx, { name: "claim.test" });
  const { id: domainId } = await activeDomain(services, ctx, "waiting.test");
  await createUser(ctx, { domainId, localPart: "ana", displayName: "Ana", password, quotaBytes: gigabyte });
  expect(await sweepUnapplied(services)).toBe(0);
});

test("what only the engine has is reported and left alone", async () => {
  await services.engine.directory.domains.ensure({ name: "stray.test", description: "" });
  for (let look = 0; look < 2; look++)
    expect((await reconcile(services)).domainsUnknownToPanel).toEqual(["stray.test"]);
});
