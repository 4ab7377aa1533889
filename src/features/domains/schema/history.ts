import { z } from "zod";
import { Instant } from "~/lib/instant";

/** What a line of the history tells of: a record's verdict, the domain's state, its proof, its keys, DNS changed by our hand. */
export const HistoryKind = z.enum(["record", "state", "proof", "dkim", "change"]);
export type HistoryKind = z.infer<typeof HistoryKind>;

/** One change, or one thing that went back and forth for hours: then the newest of `times` changes between `since` and `at`. */
export const HistoryLine = z.strictObject({
  id: z.uuid(),
  at: Instant,
  since: Instant,
  kind: HistoryKind,
  /** Id of the record, selector of the key; null where the whole domain is meant. */
  subject: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  times: z.int().min(1),
  /** The person or program that did it; null when it was found, not done. */
  by: z.string().nullable(),
  /** What DNS answered at the newest of them. */
  evidence: z.record(z.string(), z.unknown()).nullable(),
});
export type HistoryLine = z.infer<typeof HistoryLine>;

export const ListHistory = z.strictObject({
  domainId: z.uuid(),
  kind: HistoryKind.optional(),
  after: z.uuid().optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListHistory = z.infer<typeof ListHistory>;

/** Newest first; `next` is the cursor of the following page, absent on the last. */
export const HistoryPage = z.strictObject({ lines: z.array(HistoryLine), next: z.uuid().optional() });
export type HistoryPage = z.infer<typeof HistoryPage>;
