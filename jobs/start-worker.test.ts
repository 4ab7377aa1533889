import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "bun:test";
import { jobs } from "../db/schema";
import { testDatabase } from "../db/testing";
import { createLog } from "../src/server/log";
import type { Services } from "../src/server/services";
import { eventually } from "../src/lib/testing-eventually";
import { claimJobs, failJob, finishJob } from "./claim";
import { enqueue } from "./enqueue";
import { type Handlers, startWorker } from "./start-worker";

const { db } = await testDatabase();
const services = { db, log: createLog("test", "error", () => {}) } as Services;
const ran: string[] = [];
let failures = 0;

const handlers = {
  "engine.apply": async ({ id }) => {
    ran.push(id);
  },
  "dns-verification": async () => {
    if (failures-- > 0) throw new Error("the resolver is silent");
    ran.push("dns");
  },
} as Partial<Handlers> as Handlers;

const worker = await startWorker(services, handlers);
afterAll(() => worker.stop());

const ids = () => ({ tenantId: Bun.randomUUIDv7(), id: Bun.randomUUIDv7() });
const rowOf = async (key: string) => (await db.select().from(jobs).where(eq(jobs.key, key)))[0];

test("a job asked for in a transaction runs once it commits, and never when it rolls back", async () => {
  const [kept, undone] = [ids(), ids()];
  await db.transaction((tx) => enqueue(tx, "engine.apply", { ...kept, kind: "domain" }, { key: kept.id }));
  await db
    .transaction(async (tx) => {
      await enqueue(tx, "engine.apply", { ...undone, kind: "domain" }, { key: undone.id });
      throw new Error("no");
    })
    .catch(() => {});
  await eventually(
    () => rowOf(kept.id),
    (row) => row?.state === "done",
  );
  expect(ran.filter((id) => id === kept.id)).toEqual([kept.id]);
  expect(await rowOf(undone.id)).toBeUndefined();
});

test("jobs whose rows hold garbage end dead with a reason, and the others go on", async () => {
  const garbage = [
    null,
    "text",
    7,
    [],
    {},
    { tenantId: 5 },
    { tenantId: "\u2028", kind: "x" },
    { __proto__: 1, id: "-" },
  ];
  const rows = garbage.map((payload, at) => ({
    name: "engine.apply",
    key: `garbage-${at}`,
    payload: payload as never,
  }));
  const unknown = ["no.such.job", "constructor", "__proto__", "x".repeat(5000), ""];
  const others = unknown.map((name) => ({ name, key: `unknown-${name.slice(0, 20)}`, payload: {} }));
  const keys = [...rows, ...others].map(({ key }) => key);
  for (const { payload, ...row } of [...rows, ...others])
    await db.insert(jobs).values({ ...row, payload: sql`${JSON.stringify(payload)}::jsonb`, attempts: 11 });
  const { id, tenantId } = ids();
  await db.transaction((tx) => enqueue(tx, "engine.apply", { tenantId, id, kind: "domain" }, { key: id }));
  await eventually(
    () => Promise.all([id, ...keys].map(rowOf)),
    ([good, ...bad]) => good?.state === "done" && bad.every((row) => row?.state === "dead" && row.lastError),
  );
});

test("asking twice for the same waiting work makes one job, at the earlier time", async () => {
  const { id, tenantId } = ids();
  const later = new Date(Date.now() + 60_000);
  const soon = new Date(Date.now() + 30_000);
  for (const runAt of [later, soon])
    await db.transaction((tx) => enqueue(tx, "engine.apply", { id, tenantId, kind: "domain" }, { key: id, runAt }));
  const rows = await db.select().from(jobs).where(eq(jobs.key, id));
  expect(rows.map((row) => row.runAt.getTime())).toEqual([soon.getTime()]);
});

test("a job that fails for a moment is tried again and ends done", async () => {
  failures = 2;
  const tenantId = Bun.randomUUIDv7();
  await db.transaction((tx) => enqueue(tx, "dns-verification", { tenantId, domainId: tenantId }, { key: tenantId }));
  await eventually(
    () => rowOf(tenantId),
    (row) => row?.state === "done",
  );
  expect(ran).toContain("dns");
});

test("a job that keeps failing waits with its reason and is finally dead", async () => {
  failures = 1000;
  const tenantId = Bun.randomUUIDv7();
  await db.transaction((tx) => enqueue(tx, "dns-verification", { tenantId, domainId: tenantId }, { key: tenantId }));
  const waiting = await eventually(
    () => rowOf(tenantId),
    (row) => row?.state === "pending" && row.attempts > 0,
  );
  expect(waiting?.lastError).toBe("the resolver is silent");
  await db
    .update(jobs)
    .set({ attempts: 11, runAt: sql`now()` })
    .where(eq(jobs.key, tenantId));
  await eventually(
    () => rowOf(tenantId),
    (row) => row?.state === "dead",
  );
  failures = 0;
});

test("the work of a worker that went silent comes back, and the late worker can no longer end it", async () => {
  const { id, tenantId } = ids();
  await worker.stop();
  await db.transaction((tx) => enqueue(tx, "engine.apply", { id, tenantId, kind: "domain" }, { key: id }));
  const mine = (await claimJobs(db, 50)).find((job) => (job.payload as { id: string }).id === id)!;
  await db
    .update(jobs)
    .set({ leasedUntil: sql`now() - interval '1 second'` })
    .where(eq(jobs.id, mine.id));
  const theirs = (await claimJobs(db, 50)).find((job) => job.id === mine.id)!;
  expect(await finishJob(db, mine)).toBe(false);
  await failJob(db, mine, "late");
  expect((await rowOf(id))?.state).toBe("running");
  expect(await finishJob(db, theirs)).toBe(true);
});
