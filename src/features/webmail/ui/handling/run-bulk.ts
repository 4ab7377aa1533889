import { trpc } from "~/trpc/client";
import type { BulkProgress, BulkStep } from "../../schema/bulk";

/**
 * Does something with every conversation of a folder that matches, step by step, until all is done or `signal` aborts. `onDone` hears of how
 * many after each step. Rejects with the failure; going on from there is to begin anew, for what is done stays done.
 */
export async function runBulk(
  step: Omit<BulkStep, "until" | "position">,
  { signal, onDone }: { signal: AbortSignal; onDone: (conversations: number) => void },
): Promise<void> {
  let until: string | undefined;
  for (let position: number | null = 0; position !== null && !signal.aborted;) {
    const progress: BulkProgress = await trpc.webmail.bulk.step.mutate({ ...step, until, position });
    onDone(progress.done);
    ({ until, next: position } = progress);
  }
}
