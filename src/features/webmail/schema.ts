import { z } from "zod";
import { AuditEntry } from "~/features/auth/schema/audit";
import { MarkKeyword, MoveTarget } from "./schema/bulk";
import { Label } from "./schema/labels";
import { MailPreferences } from "./schema/preferences";
import { MessageTrust } from "./schema/reading";

const id = z.string().min(1).max(255);
const address = z.object({ name: z.string().nullable(), email: z.string() });
const role = z.enum(["inbox", "drafts", "sent", "trash", "junk", "archive"]);

export const MailSignIn = z.strictObject({
  address: z.string().trim().toLowerCase().max(254),
  password: z.string().min(1).max(200),
});
export type MailSignIn = z.infer<typeof MailSignIn>;

export const MailMe = z.object({ address: z.string(), displayName: z.string() });
export type MailMe = z.infer<typeof MailMe>;

/** Whoever has a second factor is asked for it before anything else. */
export const MailSignInAnswer = z.discriminatedUnion("step", [
  z.strictObject({ step: z.literal("signed_in"), me: MailMe }),
  z.strictObject({ step: z.literal("second_factor") }),
]);
export type MailSignInAnswer = z.infer<typeof MailSignInAnswer>;

export const Mailbox = z.object({
  id: z.string(),
  name: z.string(),
  parentId: z.string().nullable(),
  role: role.nullable(),
  sortOrder: z.number(),
  totalThreads: z.number(),
  unreadThreads: z.number(),
  totalMessages: z.number(),
  unreadMessages: z.number(),
});
export type Mailbox = z.infer<typeof Mailbox>;

export const ThreadSummary = z.object({
  threadId: z.string(),
  messageId: z.string(),
  messageIds: z.array(z.string()),
  from: z.array(address),
  to: z.array(address),
  subject: z.string(),
  preview: z.string(),
  receivedAt: z.string(),
  unread: z.boolean(),
  flagged: z.boolean(),
  hasAttachment: z.boolean(),
  size: z.number(),
  /** Messages of the whole thread, answers in Sent among them. */
  messageCount: z.number(),
  /** Labels that some message of the thread has, as keywords. */
  keywords: z.array(z.string()),
});
export type ThreadSummary = z.infer<typeof ThreadSummary>;

export const ThreadPage = z.object({
  mailboxId: z.string(),
  threads: z.array(ThreadSummary),
  /** Where the first one stands, from 0. */
  position: z.number(),
  /** Threads in the folder, or those that the filter lets through. */
  total: z.number(),
  cursor: z.string().optional(),
});
export type ThreadPage = z.infer<typeof ThreadPage>;

/** State strings of the engine: what the page has read, so that it is told only what moved since. */
export const MailStates = z.strictObject({
  Email: z.string().max(255).optional(),
  Mailbox: z.string().max(255).optional(),
});
export type MailStates = z.infer<typeof MailStates>;

export const Quota = z.object({ usedBytes: z.number(), limitBytes: z.number() });

export const Overview = z.object({
  me: MailMe,
  preferences: MailPreferences,
  labels: z.array(Label),
  mailboxes: z.array(Mailbox),
  page: ThreadPage,
  quota: Quota.nullable(),
  states: z.object(MailStates.shape),
});
export type Overview = z.infer<typeof Overview>;

/** Of a mailbox by id, or of the one that plays a role; without both: the inbox. */
export const ListThreads = z.strictObject({
  mailboxId: id.optional(),
  role: role.optional(),
  after: z.string().max(500).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListThreads = z.infer<typeof ListThreads>;

/** Newest first, one row a thread: its newest message in that folder. `next` is the cursor of the following page, absent on the last. */
export const MessagePage = z.strictObject({
  mailboxId: z.string(),
  messages: z.array(
    z.strictObject({
      id: z.string(),
      ...ThreadSummary.omit({ messageId: true }).shape,
    }),
  ),
  /** Threads in the folder. */
  total: z.number(),
  next: z.string().optional(),
});
export type MessagePage = z.infer<typeof MessagePage>;

export const Mailboxes = z.strictObject({ mailboxes: z.array(Mailbox) });
export type Mailboxes = z.infer<typeof Mailboxes>;

export const MessageRef = z.strictObject({ messageId: id });
export type MessageRef = z.infer<typeof MessageRef>;

export const AttachmentRef = z.strictObject({ messageId: id, blobId: id });
export type AttachmentRef = z.infer<typeof AttachmentRef>;

/** What is given is changed, the rest stays. */
export const UpdateMessage = z.strictObject({
  messageId: id,
  isRead: z.boolean().optional(),
  isFlagged: z.boolean().optional(),
  /** Into which folder it is moved. */
  mailboxId: id.optional(),
});
export type UpdateMessage = z.infer<typeof UpdateMessage>;

export const GetThread = z.strictObject({ threadId: id });

export const Message = z.object({
  id: z.string(),
  threadId: z.string(),
  mailboxIds: z.array(z.string()),
  messageId: z.string().nullable(),
  from: z.array(address),
  to: z.array(address),
  cc: z.array(address),
  bcc: z.array(address),
  replyTo: z.array(address),
  subject: z.string(),
  sentAt: z.string().nullable(),
  receivedAt: z.string(),
  preview: z.string(),
  keywords: z.array(z.string()),
  html: z.string().nullable(),
  text: z.string().nullable(),
  truncated: z.boolean(),
  attachments: z.array(
    z.object({
      blobId: z.string(),
      name: z.string().nullable(),
      type: z.string(),
      size: z.number(),
      /** Of text, as the sender named it. */
      charset: z.string().nullish(),
      cid: z.string().nullable(),
      inline: z.boolean(),
    }),
  ),
  ...MessageTrust.shape,
});
export type Message = z.infer<typeof Message>;

const messageIds = z.array(id).min(1).max(500);

export const SetKeyword = z.strictObject({
  messageIds,
  keyword: MarkKeyword,
  value: z.boolean(),
});
export type SetKeyword = z.infer<typeof SetKeyword>;

/** To a mailbox by id, or to the one that plays a role. */
export const MoveMessages = z.strictObject({
  messageIds,
  to: MoveTarget,
  /** Says that they are spam, or that they are not. */
  isJunk: z.boolean().optional(),
});
export type MoveMessages = z.infer<typeof MoveMessages>;

/** `since`: the states of the overview that the page shows. */
export const WatchMail = z.strictObject({ since: MailStates.optional() });
export type WatchMail = z.infer<typeof WatchMail>;

export const MailChange = z.object({
  types: z.array(z.enum(["Email", "Mailbox", "Thread", "EmailSubmission", "EmailDelivery"])),
  /** In which threads messages came or were changed; null: in any. */
  threadIds: z.array(z.string()).nullable(),
});
export type MailChange = z.infer<typeof MailChange>;

export const ListActivity = z.strictObject({
  after: z.string().max(100).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListActivity = z.infer<typeof ListActivity>;

/** What happened to the mailbox, newest first. */
export const ActivityPage = z.strictObject({ entries: z.array(AuditEntry), next: z.string().optional() });
export type ActivityPage = z.infer<typeof ActivityPage>;
