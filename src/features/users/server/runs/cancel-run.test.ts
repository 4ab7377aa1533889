import { expect, test } from "bun:test";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { tenantWithDomain } from "../testing-users";
import { cancelRun } from "./cancel-run";
import { getRun } from "./get-run";
import { begin, insertUsers, workNow } from "./testing-runs";
import { workChunk } from "./work-chunk";

const { services, owner } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "cancel.test");
const { tenantId } = ctx;
const ids = await insertUsers(owner, { tenantId, domainId, domain: "cancel.test", count: 40 });

test("a cancelled run stops after the rows it is at, and what was done stays done", async () => {
  const { id: runId } = await begin(ctx, "suspend", ids);
  await workChunk(services, { tenantId, runId });
  expect(await cancelRun(ctx, { runId })).toMatchObject({ state: "cancelled", done: 25 });
  await workNow(ctx, services, runId);
  expect(await getRun(ctx, { runId })).toMatchObject({ state: "cancelled", done: 25, isUndoable: true });
  expect((await auditedActions(services, tenantId)).at(-1)).toBe("user.run_cancel");
});

test("a run that is over is left as it is", async () => {
  const { id: runId } = await begin(ctx, "resume", ids.slice(0, 2));
  await workNow(ctx, services, runId);
  expect(await cancelRun(ctx, { runId })).toMatchObject({ state: "done" });
});

test("a viewer and another tenant cancel nothing", async () => {
  const { id: runId } = await begin(ctx, "suspend", ids);
  expect(await refusalOf(cancelRun(viewer, { runId }))).toBe("auth.role_too_low");
  expect(await refusalOf(cancelRun((await testMember(services)).ctx, { runId }))).toBe("run.not_found");
  expect(await getRun(ctx, { runId })).toMatchObject({ state: "running" });
});
