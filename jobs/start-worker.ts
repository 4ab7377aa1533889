import { Queue, Worker } from "bunqueue/client";
import { z } from "zod";
import { withoutParameters } from "../src/server/log";
import type { Services } from "../src/server/services";
import { type ClaimedJob, claimJobs, failJob, finishJob, leaseSeconds, renewJob } from "./claim";
import { type JobName, jobDefinitions } from "./definitions";
import { jobsChannel } from "./enqueue";
import type { Handler } from "./handler";
import { type Lane, lanes } from "./lanes";

export type Handlers = { [N in JobName]: Handler<N> };

export type RunningWorker = {
  /** Takes no more work and waits for what runs. */
  stop(): Promise<void>;
};

/** What decides whose turn it is; the whole payload is judged by the run itself, where a bad one fails like any job. */
const TenantOf = z.object({ tenantId: z.uuid() });
const pollMs = 1000;
const triesPerClaim = 3;

/** Runs jobs until stopped, each lane for itself. */
export async function startWorker(services: Services, handlers: Handlers): Promise<RunningWorker> {
  const running = await Promise.all(lanes.map((lane) => startLane(services, handlers, lane)));
  return { stop: async () => void (await Promise.all(running.map((lane) => lane.stop()))) };
}

/**
 * Postgres decides who does what (`claim.ts`); bunqueue, in this process's memory, runs what was claimed:
 * side by side, each tenant's jobs in turn, with quick retries within the lease.
 */
async function startLane(services: Services, handlers: Handlers, { concurrency, names }: Lane): Promise<RunningWorker> {
  const { db, log } = services;
  const queueName = `claimed-${process.pid}-${Bun.randomUUIDv7()}`;
  const queue = new Queue<ClaimedJob>(queueName, { embedded: true });
  const inFlight = new Map<string, ClaimedJob>();
  let stopping = false;
  /** Word that came while jobs were being claimed is not lost: then they are claimed again. */
  let isWoken = false;
  let stopIdling = () => {};
  const wake = () => {
    isWoken = true;
    stopIdling();
  };

  const runOne = async (job: ClaimedJob) => {
    const name = job.name as JobName;
    const payload = jobDefinitions[name].parse(job.payload);
    await (handlers[name] as Handler<JobName>)(payload as never, services);
  };

  const settle = async (job: ClaimedJob, error?: Error) => {
    const fields = { action: job.name, job_id: job.id, attempts: job.attempts };
    try {
      if (!error) await finishJob(db, job);
      else {
        const state = await failJob(db, job, withoutParameters(error.message));
        log[state === "dead" ? "error" : "warn"](`job ${state === "dead" ? "gave up" : "failed"}`, {
          ...fields,
          error,
        });
      }
    } catch (cause) {
      log.error("a job's end could not be stored; its lease will end instead", { ...fields, error: cause });
    }
    inFlight.delete(job.id);
    wake();
  };

  const worker = new Worker<ClaimedJob>(queueName, async ({ data }) => runOne(data), { embedded: true, concurrency });
  worker.on("completed", (job) => void settle(job.data));
  worker.on("failed", (job, error) => {
    if (job && job.attemptsMade + 1 >= triesPerClaim) void settle(job.data, error);
  });
  worker.on("error", (error) => log.error("the job runner failed", { error }));

  const listener = await db.client.listen(jobsChannel, () => wake());
  const renewals = setInterval(
    () => {
      for (const job of inFlight.values())
        renewJob(db, job).catch((error) => log.warn("a lease was not renewed", { error }));
    },
    (leaseSeconds * 1000) / 3,
  );

  const pump = async () => {
    while (!stopping) {
      isWoken = false;
      const free = concurrency * 2 - inFlight.size;
      const claimed = free > 0 ? await claimJobs(db, free, names).catch(report) : [];
      for (const job of claimed) {
        inFlight.set(job.id, job);
        if (!Object.hasOwn(jobDefinitions, job.name)) {
          await settle(job, new Error("there is no such job"));
          continue;
        }
        const tenantId = TenantOf.safeParse(job.payload).data?.tenantId;
        const group = tenantId ? { group: { id: tenantId } } : {};
        await queue.add(job.name, job, {
          attempts: triesPerClaim,
          backoff: { type: "exponential", delay: 200 },
          ...group,
        });
      }
      if (claimed.length === 0 || free <= claimed.length) await idle();
    }
  };
  const report = (error: unknown): ClaimedJob[] => {
    log.warn("jobs could not be claimed", { error: (error as Error).message });
    return [];
  };
  const idle = () =>
    new Promise<void>((resolve) => {
      if (isWoken) return resolve();
      const timer = setTimeout(resolve, pollMs);
      stopIdling = () => (clearTimeout(timer), resolve());
    });
  const pumping = pump();

  return {
    async stop() {
      stopping = true;
      wake();
      await pumping;
      await worker.close();
      clearInterval(renewals);
      await listener.unlisten();
      await queue.close();
    },
  };
}
