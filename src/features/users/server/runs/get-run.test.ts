import { expect, test } from "bun:test";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { Run } from "../../schema/runs";
import { tenantWithDomain } from "../testing-users";
import { getRun } from "./get-run";
import { begin, insertUsers } from "./testing-runs";

const { services, owner } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "get.test");
const ids = await insertUsers(owner, { tenantId: ctx.tenantId, domainId, domain: "get.test", count: 2 });
const { id: runId } = await begin(ctx, "suspend", ids);

test("a viewer sees how far a run is", async () => {
  const run = await getRun(viewer, { runId });
  expect(Run.parse(run)).toEqual(run);
  expect(run).toMatchObject({ kind: "bulk", action: "suspend", total: 2, isUndoable: false });
});

test("another tenant and another domain's admin get the same answer as for a run that does not exist", async () => {
  const { ctx: keeper } = await joinTenant(services, ctx.tenantId, "domain_admin", [domainId]);
  for (const by of [(await testMember(services)).ctx, keeper])
    expect(await refusalOf(getRun(by, { runId }))).toBe("run.not_found");
  expect(await refusalOf(getRun(ctx, { runId: Bun.randomUUIDv7() }))).toBe("run.not_found");
});
