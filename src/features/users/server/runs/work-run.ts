import { enqueue } from "../../../../../jobs/enqueue";
import { systemContext } from "~/server/context";
import type { Services } from "~/server/services";
import { workChunk } from "./work-chunk";

/** A run makes room for others after so long, and goes on behind them. */
const sliceMs = 10_000;
/** Open pages are told of progress no more often. */
const tellMs = 700;

/**
 * Works on a run, chunk by chunk, until its rows are over with or it was cancelled; after ten seconds it asks for itself again. Killed at any
 * moment, it goes on with the first row that has no outcome yet.
 */
export async function workRun(services: Services, { tenantId, runId }: { tenantId: string; runId: string }) {
  const started = performance.now();
  let told = started;
  const tell = () => services.events.publish({ tenantId, topic: "run", subjectId: runId });
  while (await workChunk(services, { tenantId, runId })) {
    const now = performance.now();
    if (now - told > tellMs) {
      told = now;
      tell();
    }
    if (now - started < sliceMs) continue;
    const { tx } = systemContext(services, { job: "run.work" }, tenantId);
    await tx((work) => enqueue(work, "run.work", { tenantId, runId }, { key: runId }));
    break;
  }
  tell();
}
