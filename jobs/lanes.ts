import type { JobName } from "./definitions";

export type Lane = {
  /** Jobs at a time in one worker. */
  concurrency: number;
  /** Which jobs it takes, or leaves to the other lane. */
  names: { only: JobName[] } | { except: JobName[] };
};

const strangers: JobName[] = ["webhook.deliver"];

/** What waits for strangers' servers has hands of its own: however slow they are, our own work goes on beside it. */
export const lanes: Lane[] = [
  { concurrency: 8, names: { except: strangers } },
  { concurrency: 32, names: { only: strangers } },
];
