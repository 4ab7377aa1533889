import type { QuotaData } from "~/lib/webhook-events";

export const quotaLevels = [100, 90, 80] as const satisfies QuotaData["percent"][];
export type QuotaLevel = (typeof quotaLevels)[number] | 0;

/** The highest share of a quota, of those that are warned of, that is used: in percent, 0 for none. Octets. */
export const quotaLevel = (usedBytes: number, quotaBytes: number): QuotaLevel =>
  quotaLevels.find((percent) => usedBytes * 100 >= quotaBytes * percent) ?? 0;
