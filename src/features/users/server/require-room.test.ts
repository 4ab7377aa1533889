import { expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { addDomain } from "~/features/domains/server/add-domain";
import { refusalOf, testServices } from "~/server/testing";
import { domains, mailUsers, tenants } from "../../../../db/schema";
import { createUser } from "./create-user";
import { gigabyte, password, tenantWithDomain } from "./testing-users";

setDefaultTimeout(60_000);

const { services, owner } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");
const plan = (limits: object) => owner.update(tenants).set(limits).where(eq(tenants.id, ctx.tenantId));
const form = (localPart: string) => ({ domainId, localPart, displayName: "", password, quotaBytes: gigabyte });
/** How many of fifty that are asked for at once are made, and how the others are refused. */
async function atOnce(make: (at: number) => Promise<unknown>) {
  const outcomes = await Promise.all(Array.from({ length: 50 }, (_, at) => refusalOf(make(at))));
  const made = outcomes.filter((outcome) => outcome === "none").length;
  return { made, refusals: [...new Set(outcomes.filter((outcome) => outcome !== "none"))] };
}

test("V2.3.4 of fifty mailbox users created at once on the last seat, exactly one is", async () => {
  await plan({ maxMailUsers: 1 });
  const outcome = await atOnce((at) => createUser(ctx, form(`seat${at}`)));
  expect(outcome).toEqual({ made: 1, refusals: ["tenant.limit_reached"] });
  expect((await owner.select().from(mailUsers)).length).toBe(1);
});

test("V2.3.4 of fifty that want the last gigabyte at once, exactly one gets it", async () => {
  await plan({ maxMailUsers: 100, maxStorageBytes: 2 * gigabyte });
  const outcome = await atOnce((at) => createUser(ctx, form(`gigabyte${at}`)));
  expect(outcome).toEqual({ made: 1, refusals: ["tenant.limit_reached"] });
});

test("V2.3.4 of fifty domains added at once in the last place, exactly one is", async () => {
  await plan({ maxDomains: 2 });
  const outcome = await atOnce((at) => addDomain(ctx, { name: `d${at}.example` }));
  expect(outcome).toEqual({ made: 1, refusals: ["tenant.limit_reached"] });
  expect((await owner.select().from(domains)).length).toBe(2);
});

test("who reaches a limit is told how much the plan allows", async () => {
  const detailsOf = (attempt: Promise<unknown>) => attempt.catch((error: { details: unknown }) => error.details);
  await plan({ maxMailUsers: 2, maxDomains: 2, maxStorageBytes: 100 * gigabyte });
  expect(await detailsOf(createUser(ctx, form("more")))).toMatchObject({ max: 2 });
  expect(await detailsOf(addDomain(ctx, { name: "more.example" }))).toMatchObject({ max: 2 });
  await plan({ maxMailUsers: 100, maxStorageBytes: 2 * gigabyte });
  expect(await detailsOf(createUser(ctx, form("more")))).toMatchObject({ max: 2 * gigabyte });
});
