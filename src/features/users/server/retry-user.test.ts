import { expect, test } from "bun:test";
import { eq, sql } from "drizzle-orm";
import { createEngine } from "~/engine/create-engine";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { jobs } from "../../../../db/schema";
import { getUser } from "./get-user";
import { retryUser } from "./retry-user";
import { setQuota } from "./set-quota";
import { appliedUser, applyNow, gigabyte, tenantWithDomain } from "./testing-users";

const { services, owner } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "acme.test");
const nowhere = createEngine({ baseUrl: "http://127.0.0.1:1", serviceAuth: { bearer: "none" } });

test("whoever does not want to wait for the next attempt has it made now", async () => {
  const user = await appliedUser(services, ctx, domainId, "ana");
  await setQuota(ctx, { userId: user.id, quotaBytes: 2 * gigabyte });
  await applyNow({ ...services, engine: nowhere }, ctx, user.id).catch(() => {});
  expect(await getUser(ctx, { userId: user.id })).toMatchObject({ application: "failed", applyError: "unavailable" });
  await owner
    .update(jobs)
    .set({ runAt: sql`now() + interval '10 minutes'` })
    .where(eq(jobs.key, user.id));
  expect(await retryUser(ctx, { userId: user.id })).toMatchObject({ application: "pending", applyError: null });
  const [job] = await owner.select().from(jobs).where(eq(jobs.key, user.id));
  expect(job!.runAt.getTime()).toBeLessThanOrEqual(Date.now() + 1000);
  expect(await auditedActions(services, ctx.tenantId)).toContain("user.retry");
});

test("there is nothing to try where the mail server agrees, and nobody else may", async () => {
  const user = await appliedUser(services, ctx, domainId, "bea");
  await owner.delete(jobs);
  expect(await retryUser(ctx, { userId: user.id })).toMatchObject({ application: "applied" });
  expect(await owner.select().from(jobs).where(eq(jobs.key, user.id))).toEqual([]);
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(retryUser(viewer, { userId: user.id }))).toBe("auth.role_too_low");
  expect(await refusalOf(retryUser(stranger, { userId: user.id }))).toBe("user.not_found");
});
