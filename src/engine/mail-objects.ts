export type MailboxRole = "inbox" | "drafts" | "sent" | "trash" | "junk" | "archive";

export type Mailbox = {
  id: string;
  name: string;
  parentId: string | null;
  role: MailboxRole | null;
  sortOrder: number;
  totalThreads: number;
  unreadThreads: number;
  totalMessages: number;
  unreadMessages: number;
};

export type ThreadQuery = {
  /** A mailbox id, or a role, which saves a round trip. */
  mailbox: { id: string } | { role: MailboxRole };
  /** The `cursor` of the page before: what follows it, wherever new mail has moved it. */
  after?: string;
  /** How many threads stand before the first one, instead of `after`. */
  position?: number;
  /** 1 to 100. */
  limit: number;
  filter?: ThreadFilter;
  /** Without one: newest first. */
  sort?: ThreadSort;
};

/** Which threads of a mailbox: those that are all of it. */
export type ThreadFilter = {
  /** Some message in the mailbox is neither read nor a draft. */
  unread?: true;
  /** Some message of the thread is flagged. */
  flagged?: true;
  /** Some message in the mailbox has an attachment. */
  hasAttachment?: true;
  /** A keyword that some message of the thread has. */
  label?: string;
};

/** Ties go newest first. */
export type ThreadSort = { by: "received" | "from" | "subject" | "size"; ascending: boolean };

export type ThreadPage = {
  mailboxId: string;
  threads: ThreadSummary[];
  /** Where the first one stands, from 0. */
  position: number;
  /** Threads in the mailbox, or those that the filter lets through. */
  total: number;
  /** Absent on the last page. */
  cursor?: string;
};

/** One row of a list: the first message of a thread in that mailbox by the list's order, and what the row says of the others. */
export type ThreadSummary = {
  threadId: string;
  /** The newest message in this mailbox, or the one for which another order or a filter lists the thread here. */
  messageId: string;
  /** The thread's messages in this mailbox, oldest first: what an action on the row acts on. */
  messageIds: string[];
  from: Address[];
  to: Address[];
  subject: string;
  /** Plain text, at most 256 characters. */
  preview: string;
  receivedAt: string;
  unread: boolean;
  flagged: boolean;
  hasAttachment: boolean;
  /** Bytes of the message that stands for the thread. */
  size: number;
  /** Messages of the whole thread, answers in Sent among them; what lies in the trash counts only there. */
  messageCount: number;
  /** Labels that some message of the thread has: keywords without `$`. */
  keywords: string[];
};

export type Address = { name: string | null; email: string };

export type Message = {
  id: string;
  threadId: string;
  mailboxIds: string[];
  /** Without angle brackets. */
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
  from: Address[];
  to: Address[];
  cc: Address[];
  bcc: Address[];
  replyTo: Address[];
  subject: string;
  sentAt: string | null;
  receivedAt: string;
  preview: string;
  keywords: string[];
  /** Hostile until rendered by the one function that may; `null` when the message has no such part. */
  html: string | null;
  text: string | null;
  /** True when a body was cut at the size limit. */
  truncated: boolean;
  attachments: Attachment[];
  /** `Authentication-Results` header values, newest first, as received. */
  authenticationResults: string[];
  headers: OriginHeaders;
};

/** Values of fields that tell where a message came from and how to get no more of its kind: unfolded, `null` when absent. */
export type OriginHeaders = {
  /** The topmost one, written by the server that took the message in last. */
  received: string | null;
  returnPath: string | null;
  dkimSignatures: string[];
  listUnsubscribe: string | null;
  listUnsubscribePost: string | null;
};

export type HeaderField = { name: string; value: string };

export type Attachment = {
  blobId: string;
  name: string | null;
  type: string;
  size: number;
  /** Of text, as the sender named it. */
  charset?: string | null;
  /** Content-ID without angle brackets, for inline images. */
  cid: string | null;
  inline: boolean;
};

export type ImportedMessage = {
  raw: Uint8Array<ArrayBuffer>;
  role: MailboxRole;
  keywords: string[];
  receivedAt: Date;
};

export type Identity = { id: string; name: string; email: string };

export type OutgoingAttachment = {
  blobId: string;
  name: string;
  type: string;
  /** Octets. */
  size: number;
  /** Content-ID without angle brackets; what the HTML shows by it lies beside the HTML, not among the files. */
  cid?: string | undefined;
};

/** What a message says, whether it is kept as a draft or sent. */
export type MessageContent = {
  from: Address;
  to: Address[];
  cc: Address[];
  bcc: Address[];
  subject: string;
  text: string;
  html: string | null;
  /** Without angle brackets. */
  messageId: string;
  inReplyTo: string[];
  references: string[];
  attachments: OutgoingAttachment[];
};

/** The message that a draft answers or forwards, by its id. */
export type DraftOrigin = { replyToId?: string | undefined; forwardOfId?: string | undefined };

export type SavedDraft = {
  /** The message's id among the drafts. */
  id: string;
  threadId: string;
  savedAt: string;
  /** Who wrote it, as they called themselves; `null` for other mail programs. */
  writer: string | null;
  origin: DraftOrigin;
  attachments: Attachment[];
};

export type Changes = { created: string[]; updated: string[]; destroyed: string[]; newState: string; hasMore: boolean };

/** Types whose state moved, each with its new state string. */
export type StateChange = Partial<Record<"Email" | "Mailbox" | "Thread" | "EmailSubmission" | "EmailDelivery", string>>;

export type Quota = { usedBytes: number; limitBytes: number };
