import type { MailboxRole, ThreadSummary } from "./mail-objects.ts";

/** What a message must be: everything that is given. Words are found by their beginning where the engine can, and whatever their case and accents. */
export type SearchCondition = {
  /** In the addresses, the subject, the body or what the engine reads of attachments. A text of several words is a phrase. */
  text?: string;
  from?: string;
  to?: string;
  cc?: string;
  bcc?: string;
  subject?: string;
  body?: string;
  /** By id, by role, or by its name or path (`Projects/2026`) whatever the case. A mailbox that does not exist has no messages. */
  mailbox?: { id: string } | { role: MailboxRole } | { name: string };
  hasKeyword?: string;
  notKeyword?: string;
  hasAttachment?: boolean;
  /** Received before then, exclusive. */
  before?: Date;
  /** Received then or later. */
  after?: Date;
  /** Octets, inclusive. */
  minSize?: number;
  /** Octets, exclusive. */
  maxSize?: number;
};

export type SearchFilter = SearchCondition | { operator: "all" | "any" | "none"; filters: SearchFilter[] };

export type SearchQuery = {
  filter: SearchFilter;
  /** Whether Trash and Junk are searched too, which otherwise hold nothing that is found. */
  everywhere: boolean;
  /** The `cursor` of the page before. */
  after?: string;
  /** 1 to 50. */
  limit: number;
};

/** Plain text, and whether it is what was looked for. */
export type MarkedText = { text: string; isHit: boolean };

/** A thread by its newest message that was found. What an act acts on are its messages in the mailbox of that one. */
export type SearchHit = ThreadSummary & {
  /** Where that message lies. */
  mailboxIds: string[];
  /** The subject and a piece of the body with what was looked for; `null` where it is not. */
  marked: { subject: MarkedText[] | null; preview: MarkedText[] | null };
};

export type SearchPage = {
  hits: SearchHit[];
  /** Threads; on pages after the first not counted. */
  total?: number;
  /** Absent on the last page. */
  cursor?: string;
};
