import { expect, test } from "bun:test";
import { and, eq } from "drizzle-orm";
import { auditLogs, jobs, mailUsers, runRows, runs, users } from "../../../../../db/schema";
import { joinTenant, testServices } from "~/server/testing";
import { tenantWithDomain } from "../testing-users";
import { getRun } from "./get-run";
import { begin, insertUsers, workNow } from "./testing-runs";
import { workChunk } from "./work-chunk";

const { services, owner } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "runs.test");
const { tenantId } = ctx;
let batches = 0;
const people = (count: number) =>
  insertUsers(owner, { tenantId, domainId, domain: "runs.test", count, prefix: `b${batches++}x` });
const suspensions = async (runId: string) =>
  (
    await owner
      .select()
      .from(auditLogs)
      .where(and(eq(auditLogs.requestId, runId), eq(auditLogs.action, "user.suspend")))
  ).length;
const statesOf = async (runId: string) =>
  (await owner.select().from(runRows).where(eq(runRows.runId, runId)).orderBy(runRows.line)).map(({ state }) => state);

test("a run does its rows one by one, each as whoever asked would have, and says how far it is", async () => {
  const ids = await people(30);
  const { id } = await begin(ctx, "suspend", ids);
  expect(await getRun(ctx, { runId: id })).toMatchObject({ state: "running", total: 30, done: 0 });
  await workNow(ctx, services, id);
  expect(await getRun(ctx, { runId: id })).toMatchObject({ state: "done", total: 30, done: 30, failed: 0 });
  const found = await owner.select().from(mailUsers).where(eq(mailUsers.id, ids[29]!));
  expect(found[0]).toMatchObject({ state: "suspended", maySignIn: false, mayReceive: true });
  const [row] = await owner.select().from(auditLogs).where(eq(auditLogs.requestId, id));
  expect(row).toMatchObject({ actor: `member:${ctx.actor.memberId}`, actorLabel: ctx.actor.email });
  expect((await owner.select().from(jobs).where(eq(jobs.key, ids[29]!))).map(({ name }) => name)).toEqual([
    "engine.apply",
  ]);
});

test("a run that was killed in the middle goes on where it was, and does nobody twice", async () => {
  const ids = await people(60);
  const { id } = await begin(ctx, "suspend", ids);
  await workChunk(services, { tenantId, runId: id });
  const before = (await statesOf(id)).filter((state) => state === "changed").length;
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(60);
  // Its transaction never committed: what it was at is as if it had not been.
  const dying = { ...services, db: failingAt(services.db, 4) } as typeof services;
  await workChunk(dying, { tenantId, runId: id }).catch(() => {});
  expect((await statesOf(id)).filter((state) => state === "changed").length).toBe(before);
  await workNow(ctx, services, id);
  expect(await suspensions(id)).toBe(60);
  expect(await getRun(ctx, { runId: id })).toMatchObject({ state: "done", done: 60, failed: 0 });
});

/** A database whose nth transaction is broken off just before it would commit. */
function failingAt(db: typeof services.db, nth: number): typeof services.db {
  let count = 0;
  return new Proxy(db, {
    get(target, name, self) {
      if (name !== "transaction") return Reflect.get(target, name, self) as unknown;
      return (work: (tx: never) => Promise<unknown>) =>
        target.transaction(async (tx) => {
          const result = await work(tx as never);
          if (++count >= nth) throw new Error("killed");
          return result;
        });
    },
  });
}

test("two workers at the same run do each row once", async () => {
  const ids = await people(60);
  const { id } = await begin(ctx, "suspend", ids);
  await Promise.all([workNow(ctx, services, id), workNow(ctx, services, id)]);
  expect(await suspensions(id)).toBe(60);
  expect(await getRun(ctx, { runId: id })).toMatchObject({ state: "done", done: 60 });
});

test("a row that cannot be done says why, and the others are done", async () => {
  const ids = await people(5);
  const { id } = await begin(ctx, "set_quota", ids, { quotaBytes: (2 * 1024 ** 4) / 2 });
  await owner.delete(mailUsers).where(eq(mailUsers.id, ids[2]!));
  await workNow(ctx, services, id);
  const rows = await owner.select().from(runRows).where(eq(runRows.runId, id)).orderBy(runRows.line);
  expect(rows[2]).toMatchObject({ state: "failed", issues: [{ column: "", message: "user.not_found" }] });
  expect(await getRun(ctx, { runId: id })).toMatchObject({ state: "done", done: 5 });
});

test("a run ends when whoever began it may no longer do such things, and says so", async () => {
  const ids = await people(30);
  const { ctx: admin } = await joinTenant(services, tenantId, "admin");
  const { id } = await begin(admin, "suspend", ids);
  await workChunk(services, { tenantId, runId: id });
  await owner.delete(users).where(eq(users.id, admin.actor.memberId));
  await workNow(ctx, services, id);
  expect(await getRun(ctx, { runId: id })).toMatchObject({ state: "failed", reason: "auth.role_too_low", done: 25 });
});

test("a domain admin whose domain was taken away does nothing there any more", async () => {
  const ids = await people(3);
  const { ctx: keeper } = await joinTenant(services, tenantId, "domain_admin", [domainId]);
  const { id } = await begin(keeper, "suspend", ids);
  await owner.update(users).set({ domainIds: [] }).where(eq(users.id, keeper.actor.memberId));
  await workNow(ctx, services, id);
  expect(await statesOf(id)).toEqual(["failed", "failed", "failed"]);
  expect(await suspensions(id)).toBe(0);
});

test("a run that takes long makes room for others, and asks for itself again", async () => {
  const ids = await people(30);
  const { id } = await begin(ctx, "suspend", ids);
  await owner.delete(jobs).where(eq(jobs.key, id));
  const { now } = performance;
  try {
    let calls = 0;
    performance.now = () => calls++ * 20_000;
    await workNow(ctx, services, id);
  } finally {
    performance.now = now;
  }
  expect(await owner.select().from(runs).where(eq(runs.id, id))).toMatchObject([{ state: "running", done: 25 }]);
  expect((await owner.select().from(jobs).where(eq(jobs.key, id))).map(({ name }) => name)).toEqual(["run.work"]);
});
