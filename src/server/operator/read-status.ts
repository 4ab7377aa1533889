import { sql } from "drizzle-orm";
import { inScope } from "../../../db/transaction";
import type { Services } from "../services";

/** How this installation does, for whoever runs it. Counts are over all tenants; nothing in it is a person's. */
export type Status = {
  at: string;
  isWell: boolean;
  /** Milliseconds that each part took to answer; null: it did not within two seconds. */
  parts: { database: number | null; engine: number | null };
  tenants: Record<string, number>;
  domains: Record<string, number>;
  users: { total: number; suspended: number; waiting: number; failed: number };
  jobs: { pending: number; due: number; running: number; dead: number; oldestDueSeconds: number };
  /** Mail in the engine's queue; null: it did not say. `isMore`: there is more than was counted. */
  queue: { messages: number; deferred: number; isMore: boolean } | null;
  /** When the engine last told of mail; null: never. */
  lastEventAt: string | null;
};

/** Jobs may be late by so much before something is the matter; seconds. */
const patience = 120;
const deadline = 2000;

async function timed(work: Promise<unknown>): Promise<number | null> {
  const start = performance.now();
  const done = work.then(
    () => true,
    () => false,
  );
  const isDone = await Promise.race([done, Bun.sleep(deadline).then(() => false)]);
  return isDone ? Math.round(performance.now() - start) : null;
}

/** Looks at everything at once; what does not answer within two seconds is said not to answer. */
export async function readStatus({ db, engine, now }: Services): Promise<Status> {
  const [database, reached, counts, queue] = await Promise.all([
    timed(db.execute(sql`select 1`)),
    timed(engine.check()),
    inScope(db, { sweep: true }, (tx) => tx.execute<Counts>(everything)).then(([row]) => row!),
    Promise.race([readQueue(engine).catch(() => null), Bun.sleep(deadline).then(() => null)]),
  ]);
  const { tenants, domains, users, jobs, lastEventAt } = counts;
  const isLate = jobs.oldestDueSeconds > patience;
  return {
    at: now().toISOString(),
    isWell: database !== null && reached !== null && jobs.dead === 0 && users.failed === 0 && !isLate,
    parts: { database, engine: reached },
    ...{ tenants: tenants ?? {}, domains: domains ?? {}, users, jobs, queue },
    lastEventAt: lastEventAt && new Date(lastEventAt).toISOString(),
  };
}

async function readQueue({ directory }: Services["engine"]): Promise<NonNullable<Status["queue"]>> {
  const { messages, next } = await directory.queue.list({ limit: 200 });
  const isDeferred = messages.filter(({ recipients }) => recipients.some(({ state }) => state === "deferred"));
  return { messages: messages.length, deferred: isDeferred.length, isMore: next !== undefined };
}

type Counts = Pick<Status, "users" | "jobs" | "lastEventAt"> & {
  tenants: Record<string, number> | null;
  domains: Record<string, number> | null;
};

/** One statement, so that the page costs one round trip. */
const everything = sql`select
  (select json_object_agg(state, n) from (select state, count(*) n from tenants group by state) t) as tenants,
  (select json_object_agg(state, n) from (select state, count(*) n from domains group by state) d) as domains,
  (select json_build_object(
    'total', count(*) filter (where state <> 'deleted'),
    'suspended', count(*) filter (where state = 'suspended'),
    'waiting', count(*) filter (where revision > applied_revision and apply_error is null),
    'failed', count(*) filter (where revision > applied_revision and apply_error is not null)) from mail_users) as users,
  (select json_build_object(
    'pending', count(*) filter (where state = 'pending'),
    'due', count(*) filter (where state = 'pending' and run_at <= now()),
    'running', count(*) filter (where state = 'running'),
    'dead', count(*) filter (where state = 'dead'),
    'oldestDueSeconds', coalesce(round(extract(epoch from now() - min(run_at) filter (where state = 'pending' and run_at <= now()))), 0))
    from jobs where state in ('pending', 'running', 'dead')) as jobs,
  (select max(occurred_at) from delivery_events) as "lastEventAt"`;
