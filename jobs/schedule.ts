import { Queue, Worker } from "bunqueue/client";
import { sql } from "drizzle-orm";
import type { Database, Transaction } from "../db/client";
import { jobs } from "../db/schema";
import type { Log } from "../src/server/log";
import type { JobName } from "./definitions";
import { enqueue } from "./enqueue";

/** Jobs that run again and again, and how many seconds lie between two runs. */
const schedule = {
  "dns-verification.sweep": 5,
  "engine.apply.sweep": 15,
  "run.work.sweep": 30,
  "group.sweep": 10,
  "limits.sweep": 300,
  "email-quota-sync": 45,
  "dkim.rotate.sweep": 300,
  "domain.alert.sweep": 60,
  "webhook.deliver.sweep": 60,
  "domain.digest.sweep": 300,
  "delivery.reconcile": 60,
  "tenant.erase.sweep": 3600,
  "user.erase.sweep": 3600,
  "role-address.sweep": 3600,
  "stats.roll": 60,
  "outbox.sweep": 30,
  prune: 3600,
} satisfies Partial<Record<JobName, number>>;

const key = "schedule";

/**
 * A run of this job that is not over or was asked for within the interval. Three questions, each with an index of its own: what was
 * asked for lately has ended lately, if at all.
 */
export function recentRun(tx: Transaction, name: keyof typeof schedule) {
  const start = sql`now() - make_interval(secs => ${schedule[name] * 0.9})`;
  const isRecent = sql`${jobs.state} = 'pending' or ${jobs.state} = 'running'
    or (${jobs.finishedAt} > ${start} and ${jobs.createdAt} > ${start})`;
  return tx
    .select({ id: jobs.id })
    .from(jobs)
    .where(sql`${jobs.name} = ${name} and ${jobs.key} = ${key} and (${isRecent})`)
    .limit(1);
}

/** Asks for a scheduled job unless some worker did so within its interval: any number of workers make one rhythm. */
export async function tick(db: Database, name: keyof typeof schedule): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`schedule:${name}`}))`);
    if ((await recentRun(tx, name)).length === 0) await enqueue(tx, name, {}, { key });
  });
}

/** Keeps the schedule until stopped. */
export async function startSchedule(db: Database, log: Log): Promise<{ stop(): Promise<void> }> {
  const queueName = `schedule-${process.pid}-${Bun.randomUUIDv7()}`;
  const queue = new Queue(queueName, { embedded: true });
  const worker = new Worker(queueName, async (job) => tick(db, job.name as keyof typeof schedule), { embedded: true });
  worker.on("failed", (job, error) =>
    log.warn("a scheduled job was not asked for", { action: job?.name, error: error.message }),
  );
  for (const [name, seconds] of Object.entries(schedule))
    await queue.upsertJobScheduler(`${queueName}:${name}`, { every: seconds * 1000 }, { name, data: {} });
  return {
    async stop() {
      await worker.close();
      await queue.close();
    },
  };
}
