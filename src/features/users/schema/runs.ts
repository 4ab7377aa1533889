import { z } from "zod";
import { Instant } from "~/lib/instant";

export const RunKind = z.enum(["import", "bulk"]);
export type RunKind = z.infer<typeof RunKind>;
/** `planned`: looked at, not begun. `failed`: stopped for a reason of its own; rows that failed do not make a run fail. */
export const RunState = z.enum(["planned", "running", "done", "cancelled", "failed"]);
export type RunState = z.infer<typeof RunState>;
export const RunRowState = z.enum(["waiting", "created", "changed", "skipped", "failed"]);
export type RunRowState = z.infer<typeof RunRowState>;

/** Something done to many mailbox users by the worker. */
export const Run = z.strictObject({
  id: z.uuid(),
  kind: RunKind,
  /** What is done: `import`, or the bulk action, such as `suspend`. */
  action: z.string(),
  state: RunState,
  total: z.int(),
  /** Rows that are over with, the failed among them. */
  done: z.int(),
  failed: z.int(),
  /** Why it stopped by itself, as a failure. */
  reason: z.string().nullable(),
  /** The address of who asked for it; null when that member is gone. */
  startedBy: z.string().nullable(),
  /** Whether all that it changed can be taken back by `users.bulk.undo`. */
  isUndoable: z.boolean(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
});
export type Run = z.infer<typeof Run>;

export const RunRef = z.strictObject({ runId: z.uuid() });
export type RunRef = z.infer<typeof RunRef>;

export const ListRuns = z.strictObject({
  kind: RunKind.optional(),
  after: z.uuid().optional(),
  limit: z.int().min(1).max(100).default(20),
});
export type ListRuns = z.infer<typeof ListRuns>;

/** Newest first; `next` is the cursor of the following page, absent on the last. */
export const RunPage = z.strictObject({ runs: z.array(Run), next: z.uuid().optional() });
export type RunPage = z.infer<typeof RunPage>;

/** What became of one line of a file, or of one mailbox user. */
export const RunLine = z.strictObject({
  /** From 1. */
  line: z.int(),
  state: RunRowState,
  values: z.record(z.string(), z.string()),
  /** What is wrong, by column: a key of the words, or a sentence of its own. */
  issues: z.array(z.strictObject({ column: z.string(), message: z.string() })),
  mailUserId: z.uuid().nullable(),
});
export type RunLine = z.infer<typeof RunLine>;

export const ListRunRows = z.strictObject({
  runId: z.uuid(),
  state: RunRowState.optional(),
  /** The last line of the page before. */
  after: z.int().min(0).max(2_000_000).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListRunRows = z.infer<typeof ListRunRows>;

/** In the order of their lines; `next` is the cursor of the following page, absent on the last. */
export const RunRowPage = z.strictObject({ rows: z.array(RunLine), next: z.int().optional() });
export type RunRowPage = z.infer<typeof RunRowPage>;
