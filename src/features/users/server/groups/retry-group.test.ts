import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { groups } from "../../../../../db/schema";
import { EngineError } from "~/engine/engine-error";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { applyGroup } from "./apply-group";
import { getGroup } from "./get-group";
import { retryGroup } from "./retry-group";
import { appliedGroup, asGroupJob, groupWorld } from "./testing-groups";

const { services, owner } = await testServices();
const world = await groupWorld(services, "acme.test");
const { ctx, viewer } = world;
const { id: groupId } = await appliedGroup(services, world, { localPart: "team" });

test("a group that the mail server did not take says why, and is tried again by a press", async () => {
  const failed = { revision: 9, applyError: "unavailable" };
  await owner.update(groups).set(failed).where(eq(groups.id, groupId));
  expect(await getGroup(viewer, { groupId })).toMatchObject({ application: "failed", applyError: "unavailable" });
  expect(await retryGroup(ctx, { groupId })).toMatchObject({ application: "pending", applyError: null });
  await applyGroup(asGroupJob(services, ctx), { groupId });
  expect(await getGroup(viewer, { groupId })).toMatchObject({ application: "applied" });
  expect(await auditedActions(services, ctx.tenantId)).toContain("group.retry");
});

test("the reason is stored while the mail server is away", async () => {
  await retryGroup(ctx, { groupId });
  const lost = () => Promise.reject(new EngineError("unavailable", "nobody answers"));
  const { directory } = services.engine;
  const engine = { ...services.engine, directory: { ...directory, accounts: { ...directory.accounts, ensure: lost } } };
  const job = asGroupJob({ ...services, engine }, ctx);
  expect(await applyGroup(job, { groupId }).catch((error: EngineError) => error.failure)).toBe("unavailable");
  expect(await getGroup(viewer, { groupId })).toMatchObject({ application: "failed", applyError: "unavailable" });
});

test("a viewer and another tenant cannot ask for it", async () => {
  expect(await refusalOf(retryGroup(viewer, { groupId }))).toBe("auth.role_too_low");
  expect(await refusalOf(retryGroup((await testMember(services)).ctx, { groupId }))).toBe("group.not_found");
});
