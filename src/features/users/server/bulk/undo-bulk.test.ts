import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { mailUsers } from "../../../../../db/schema";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { begin, insertUsers, workNow } from "../runs/testing-runs";
import { suspendUser } from "../suspend-user";
import { gigabyte, tenantWithDomain } from "../testing-users";
import { undoBulk } from "./undo-bulk";

const { services, owner } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "undo.test");
const ids = await insertUsers(owner, { tenantId: ctx.tenantId, domainId, domain: "undo.test", count: 3 });
await suspendUser(ctx, { userId: ids[0]!, blocks: ["receive"] });
const shown = {
  state: mailUsers.state,
  maySignIn: mailUsers.maySignIn,
  mayReceive: mailUsers.mayReceive,
  quotaBytes: mailUsers.quotaBytes,
};
const everybody = () =>
  owner.select(shown).from(mailUsers).where(eq(mailUsers.domainId, domainId)).orderBy(mailUsers.address);

test.each([
  ["suspend", {}],
  ["resume", {}],
  ["remove", {}],
  ["set_quota", { quotaBytes: 3 * gigabyte }],
] as const)("%s is taken back: everybody is again what they were", async (action, more) => {
  const before = await everybody();
  const run = await begin(ctx, action, ids, more);
  await workNow(ctx, services, run.id);
  expect(await everybody()).not.toEqual(before);
  const undo = await undoBulk(ctx, { runId: run.id });
  expect(undo).toMatchObject({ action: "undo", isUndoable: false });
  await workNow(ctx, services, undo.id);
  expect(await everybody()).toEqual(before);
  expect(await auditedActions(services, ctx.tenantId)).toContain("user.bulk_undo");
});

test("what is under way, a viewer's wish and another tenant's are refused", async () => {
  const { id: runId } = await begin(ctx, "suspend", ids);
  expect(await refusalOf(undoBulk(ctx, { runId }))).toBe("run.not_found");
  await workNow(ctx, services, runId);
  expect(await refusalOf(undoBulk(viewer, { runId }))).toBe("auth.role_too_low");
  expect(await refusalOf(undoBulk((await testMember(services)).ctx, { runId }))).toBe("run.not_found");
});
