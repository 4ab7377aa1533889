import { z } from "zod";
import { UserFilter } from "./user-filter";

const mebibyte = 1024 ** 2;

/** What can be done to many mailbox users at once. `restore` brings deleted ones back, `invite` mails the link for the first password anew. */
export const BulkAction = z.enum(["suspend", "resume", "remove", "restore", "set_quota", "invite"]);
export type BulkAction = z.infer<typeof BulkAction>;

const target = {
  action: BulkAction,
  /** A selection; otherwise all that the filter leaves. */
  userIds: z.array(z.uuid()).min(1).max(1000).optional(),
  filter: UserFilter.optional(),
};
const isOneTarget = ({ userIds, filter }: { userIds?: unknown; filter?: unknown }) => !userIds !== !filter;
const oneTarget = { message: "give either a selection or a filter", path: ["userIds"] };

export const PreviewBulk = z.strictObject(target).refine(isOneTarget, oneTarget);
export type PreviewBulk = z.infer<typeof PreviewBulk>;

/** How many it would be done to, and some of their addresses. */
export const BulkPreview = z.strictObject({ count: z.int(), examples: z.array(z.string()) });
export type BulkPreview = z.infer<typeof BulkPreview>;

export const StartBulk = z
  .strictObject({
    ...target,
    /** How many the asker was told of: with more than that it is refused. */
    expected: z.int().min(1).max(10_000_000),
    /** For `suspend`. */
    blocks: z
      .array(z.enum(["signIn", "send", "receive"]))
      .min(1)
      .max(3)
      .default(["signIn", "send"]),
    /** For `set_quota`. */
    quotaBytes: z
      .int()
      .min(10 * mebibyte)
      .max(1024 * 1024 * mebibyte)
      .optional(),
  })
  .refine(isOneTarget, oneTarget)
  .refine(({ action, quotaBytes }) => action !== "set_quota" || quotaBytes, {
    path: ["quotaBytes"],
    message: "is needed",
  });
export type StartBulk = z.infer<typeof StartBulk>;

/** What a run keeps of it. `undo` takes back what another run did. */
export const BulkPlan = z.strictObject({
  action: z.enum([...BulkAction.options, "undo"]),
  blocks: z.array(z.enum(["signIn", "send", "receive"])).optional(),
  quotaBytes: z.int().optional(),
  undoes: BulkAction.optional(),
  undoneRunId: z.uuid().optional(),
});
export type BulkPlan = z.infer<typeof BulkPlan>;
