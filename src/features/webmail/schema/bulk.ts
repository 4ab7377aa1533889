import { z } from "zod";
import { LabelKeyword } from "./labels";
import { ThreadFilter } from "./threads";

const id = z.string().min(1).max(255);

/** Where messages can be sent: a folder by its id, or the one that plays a role. */
export const MoveTarget = z.union([
  z.strictObject({ mailboxId: id }),
  z.strictObject({ role: z.enum(["inbox", "archive", "trash", "junk"]) }),
]);
export type MoveTarget = z.infer<typeof MoveTarget>;

export const MarkKeyword = z.union([z.enum(["$seen", "$flagged"]), LabelKeyword]);

/** What is done with every conversation that matches. `destroy` is for the trash and the junk folder alone. */
export const BulkAct = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("move"), to: MoveTarget, isJunk: z.boolean().optional() }),
  z.strictObject({ do: z.literal("mark"), keyword: MarkKeyword, value: z.boolean() }),
  z.strictObject({ do: z.literal("destroy") }),
]);
export type BulkAct = z.infer<typeof BulkAct>;

export const BulkStep = z.strictObject({
  mailboxId: id,
  filter: ThreadFilter.optional(),
  act: BulkAct,
  /** What came after this moment, when somebody said "all", is left alone: `until` of the first step, which has none. */
  until: z.iso.datetime().optional(),
  /** `next` of the step before. */
  position: z.int().min(0).max(10_000_000).default(0),
});
export type BulkStep = z.infer<typeof BulkStep>;

/** How far a step came: with how many conversations something was done, and where the next one begins; nothing when all is done. */
export const BulkProgress = z.strictObject({
  done: z.int().min(0),
  next: z.int().min(0).nullable(),
  until: z.iso.datetime(),
});
export type BulkProgress = z.infer<typeof BulkProgress>;

export const DestroyMessages = z.strictObject({
  messageIds: z.array(id).min(1).max(500),
  from: z.enum(["trash", "junk"]),
});
export type DestroyMessages = z.infer<typeof DestroyMessages>;
