import type { JobName } from "./definitions";

export type Lane = {
  /** Jobs at a time in one worker. */
  concurrency: number;
  /** Which jobs it takes, or leaves to the other lanes. */
  names: { only: JobName[] } | { except: JobName[] };
};

const strangers: JobName[] = ["webhook.deliver", "dns.change"];
/**
 * Looks at DNS wait for strangers' name servers too, up to half a minute each. 10,000 domains looked at hourly are 2.8 looks a second: sixteen hands do that
 * while the looks take less than 5.7 s on average.
 */
const due: JobName[] = ["dns-verification.due"];
/**
 * For these somebody may be waiting, so that they never stand behind thousands that are due. Changes of the zone for signing keys, a few a day, wait for the
 * operator's server.
 */
const asked: JobName[] = ["dns-verification", "dkim.rotate"];

/** What waits for strangers' servers has hands of its own: however slow they are, our own work goes on beside it. */
export const lanes: Lane[] = [
  { concurrency: 8, names: { except: [...strangers, ...due, ...asked] } },
  { concurrency: 32, names: { only: strangers } },
  { concurrency: 16, names: { only: due } },
  { concurrency: 8, names: { only: asked } },
];
