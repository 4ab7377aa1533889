import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { jobs } from "../../../../../db/schema";
import { testServices } from "~/server/testing";
import { tenantWithDomain } from "../testing-users";
import { sweepRuns } from "./sweep-runs";
import { begin, insertUsers } from "./testing-runs";

const { services, owner } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "sweep.test");

test("a run that lost its job is found and goes on; one that has a job is left to it", async () => {
  const ids = await insertUsers(owner, { tenantId: ctx.tenantId, domainId, domain: "sweep.test", count: 2 });
  const { id } = await begin(ctx, "suspend", ids);
  expect(await sweepRuns(services)).toBe(0);
  await owner.delete(jobs).where(eq(jobs.key, id));
  expect(await sweepRuns(services)).toBe(1);
  expect((await owner.select().from(jobs).where(eq(jobs.key, id))).map(({ name }) => name)).toEqual(["run.work"]);
});
