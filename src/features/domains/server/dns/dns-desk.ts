import { createAnswerCache, type ShareAnswer } from "./answer-cache";
import { createZoneRate, type ZoneRate } from "./zone-rate";

/** What all checks of a process have in common, so that together they are polite. */
export type DnsDesk = { zoneRate: ZoneRate; share: ShareAnswer };

export const createDnsDesk = (zoneRate: number): DnsDesk => ({
  zoneRate: createZoneRate(zoneRate),
  share: createAnswerCache(),
});
