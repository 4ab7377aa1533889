import { beforeEach, expect, test } from "bun:test";
import { sql } from "drizzle-orm";
import { jobs } from "../db/schema";
import { testDatabase } from "../db/testing";
import { tablesReadWhole } from "../db/testing-plan";
import { recentRun, tick } from "./schedule";

const { db, owner } = await testDatabase();
const runs = async () => (await owner.select().from(jobs)).length;

beforeEach(async () => void (await owner.delete(jobs)));

test("however many workers keep the schedule, a job is asked for once in its interval", async () => {
  await Promise.all(Array.from({ length: 6 }, () => tick(db, "prune")));
  expect(await runs()).toBe(1);
  await owner.update(jobs).set({ state: "done", finishedAt: new Date() });
  await tick(db, "prune");
  expect(await runs()).toBe(1);
  await owner.update(jobs).set({ createdAt: sql`now() - interval '1 hour'` });
  await tick(db, "prune");
  expect(await runs()).toBe(2);
});

test("a run that takes longer than its interval is not asked for a second time", async () => {
  await tick(db, "prune");
  await owner
    .update(jobs)
    .set({ state: "running", createdAt: sql`now() - interval '2 hours'`, leasedUntil: sql`now()` });
  await tick(db, "prune");
  expect(await runs()).toBe(1);
});

test("keeping the schedule stays cheap with a day's work done", async () => {
  await owner.execute(sql`insert into jobs (id, name, key, payload, state, created_at, finished_at)
    select uuidv7(), 'prune', 'schedule', '{}', 'done', now() - make_interval(secs => n), now() - make_interval(secs => n)
    from generate_series(1, 10000) n`);
  await owner.execute(sql`analyze jobs`);
  expect(await db.transaction((tx) => tablesReadWhole(tx, recentRun(tx, "dns-verification.sweep")))).toEqual([]);
});
