import { z } from "zod";
import { Instant } from "~/lib/instant";

export const GroupPostState = z.enum(["held", "passing", "passed", "rejected"]);
export type GroupPostState = z.infer<typeof GroupPostState>;

/** Why a post was held, or not passed on. */
export const GroupPostReason = z.enum([
  "moderated",
  "unproven",
  "stranger",
  "not_named",
  "spam",
  "no_members",
  "engine_refused",
  "loop",
  "auto_reply",
  "bounce",
  "unsubscribed",
  "expired",
  "gone",
]);
export type GroupPostReason = z.infer<typeof GroupPostReason>;

export const GroupPost = z.strictObject({
  id: z.uuid(),
  groupId: z.uuid(),
  sender: z.string(),
  subject: z.string(),
  /** Octets. */
  size: z.int(),
  state: GroupPostState,
  reason: GroupPostReason.nullable(),
  /** The member who decided; null: the rule, or nobody yet. */
  decidedBy: z.string().nullable(),
  receivedAt: Instant,
});
export type GroupPost = z.infer<typeof GroupPost>;

export const ListGroupPosts = z.strictObject({
  groupId: z.uuid(),
  state: GroupPostState.default("held"),
  after: z.string().max(100).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListGroupPosts = z.infer<typeof ListGroupPosts>;

/** Newest first. */
export const GroupPostPage = z.strictObject({ posts: z.array(GroupPost), next: z.string().optional() });
export type GroupPostPage = z.infer<typeof GroupPostPage>;

export const GroupPostRef = z.strictObject({ groupId: z.uuid(), postId: z.uuid() });
export type GroupPostRef = z.infer<typeof GroupPostRef>;

/** What a decision needs: the words of the message as plain text, never its markup. */
export const GroupPostPreview = GroupPost.extend({
  text: z.string(),
  /** True when there is more than is shown. */
  isCut: z.boolean(),
  attachments: z.array(z.strictObject({ name: z.string().nullable(), type: z.string(), size: z.int() })),
});
export type GroupPostPreview = z.infer<typeof GroupPostPreview>;

export const RejectGroupPost = GroupPostRef.extend({
  /** Told to the sender; without it nobody hears. */
  word: z
    .string()
    .trim()
    .max(2000)
    .regex(/^[^\0]*$/)
    .optional(),
});
export type RejectGroupPost = z.infer<typeof RejectGroupPost>;
