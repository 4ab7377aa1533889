/**
 * The mail engine as DeftMail sees it: types only. `directory` acts with the service credential and never reads mail; `forUser`
 * acts with one mailbox user's own session credential, so that no argument can reach another mailbox.
 * Every method rejects with `EngineError` (`engine-error.ts`) and nothing else.
 */
export interface MailEngine {
  readonly directory: EngineDirectory;
  /** Opens no connection by itself. `credential` is the secret of a session key minted by `directory.keys.mint`. */
  forUser(credential: string): UserEngine;
  /** Resolves when the engine answers and accepts the service credential. */
  check(): Promise<void>;
}

export interface EngineDirectory {
  domains: {
    /** Makes it so: created when absent. Returns the engine's id. Idempotent by name. */
    ensure(domain: { name: string; description: string }): Promise<{ id: string }>;
    find(name: string): Promise<{ id: string } | null>;
    /** Moves a domain with its accounts and keys to another name, by id; its old name is free. Idempotent. `notFound` when there is none. */
    rename(domain: { id: string; name: string }): Promise<void>;
    /** Removes its DKIM keys too. `conflict` while accounts are left. Absent is fine. */
    remove(name: string): Promise<void>;
    list(page: { after?: string; limit: number }): Promise<{ names: string[]; next?: string }>;
  };
  dkim: {
    /** Imports a private key (PKCS#8 PEM) or moves it to `stage`; idempotent by domain and selector. Another key under the selector gives way. Only `active` keys sign. */
    ensure(key: EngineDkimKey & { privateKey: string }): Promise<{ id: string }>;
    list(domainName: string): Promise<EngineDkimKey[]>;
    remove(domainName: string, selector: string): Promise<void>;
  };
  accounts: {
    /** Makes it so, idempotent by address: name, quota, password hash (PHC) and rights. Returns the JMAP account id. */
    ensure(account: EngineAccount & { passwordHash: string }): Promise<{ accountId: string }>;
    find(address: string): Promise<(EngineAccount & { accountId: string }) | null>;
    remove(address: string): Promise<void>;
    listAddresses(
      domainName: string,
      page: { after?: string; limit: number },
    ): Promise<{ addresses: string[]; next?: string }>;
    /** Octets used, by account id; ids that do not exist are left out. At most 500 ids a call. */
    usage(accountIds: string[]): Promise<Map<string, number>>;
  };
  keys: {
    /** A credential for one account with mail rights only. The secret is returned once and never again. */
    mint(key: { accountId: string; description: string; expiresAt: Date }): Promise<{ keyId: string; secret: string }>;
    /** Effective at once. Absent is fine. */
    destroy(key: { accountId: string; keyId: string }): Promise<void>;
  };
}

export type EngineDkimKey = {
  domainName: string;
  selector: string;
  algorithm: "rsa-sha256" | "ed25519-sha256";
  stage: "pending" | "active" | "retiring" | "retired";
};

export type EngineAccount = {
  address: string;
  displayName: string;
  /** Octets; 0 means unlimited. */
  quotaBytes: number;
  access: "full" | "suspended";
};

export interface UserEngine {
  /** Everything an inbox shows first, in one round trip: folders, the first page of one of them, quota, and the states these belong to. */
  overview(
    view: ThreadQuery,
  ): Promise<{ mailboxes: Mailbox[]; page: ThreadPage; quota: Quota | null; states: StateChange }>;
  mailboxes: { list(): Promise<Mailbox[]> };
  threads: {
    /** Newest first, one row a thread. `notFound` when the mailbox does not exist. */
    list(query: ThreadQuery): Promise<ThreadPage>;
    /** All messages of a thread, oldest first, with their bodies. */
    get(threadId: string): Promise<Message[]>;
  };
  messages: {
    get(id: string): Promise<Message>;
    /** Sets or clears `$seen`, `$flagged` and other keywords. Resolves only when every message was changed. */
    setKeywords(ids: string[], keywords: Record<string, boolean>): Promise<void>;
    /** Moves whole messages: they end up in `mailboxId` only. */
    move(ids: string[], mailboxId: string): Promise<void>;
    /** Destroys for ever. Absent is fine. */
    destroy(ids: string[]): Promise<void>;
    /** Files a whole RFC 5322 message as it is, as if it had come at `receivedAt`. */
    import(message: ImportedMessage): Promise<{ id: string }>;
  };
  blobs: {
    download(blobId: string, name: string, type: string): Promise<Response>;
    upload(content: Blob): Promise<{ blobId: string; type: string; size: number }>;
  };
  identities: { list(): Promise<Identity[]> };
  submissions: {
    /**
     * Stores the message as a draft, submits it and files it under Sent, in one round trip. `messageId` is minted by the caller before the first
     * attempt. `refused` when no recipient was accepted (the message is then among Drafts); `unknownOutcome` when the reply was lost: call `find` before anything else.
     */
    send(message: OutgoingMessage): Promise<Submission>;
    /** Undoes a submission that the engine still holds: the message becomes a draft again. `false` when it is too late or unknown. */
    cancel(submission: { submissionId: string; emailId: string }): Promise<boolean>;
    /** Looks for a message by its Message-ID (no angle brackets) in Sent and in the queue; `null` when it never arrived. */
    find(messageId: string): Promise<Submission | null>;
  };
  /** What differs since the given state; `stateTooOld` when the engine no longer knows. */
  changes(since: { type: "Email" | "Mailbox" | "Thread"; state: string }): Promise<Changes>;
  /**
   * Yields the present states when connected, then whenever they move, until `signal` aborts; rejects with `unauthorized` when the
   * credential ends. Reconnects by itself and yields what moved meanwhile. `refused` when the engine cannot push.
   */
  events(signal: AbortSignal): AsyncIterable<StateChange>;
  quota(): Promise<Quota | null>;
}

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
  /** The `cursor` of the page before. */
  after?: string;
  /** 1 to 100. */
  limit: number;
};

export type ThreadPage = {
  mailboxId: string;
  threads: ThreadSummary[];
  /** Threads in the mailbox. */
  total: number;
  /** Absent on the last page. */
  cursor?: string;
};

/** One row of a list: the newest message of a thread in that mailbox and what the row says of the others. */
export type ThreadSummary = {
  threadId: string;
  /** The newest message in this mailbox. */
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
  /** Bytes of the newest message. */
  size: number;
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
};

export type Attachment = {
  blobId: string;
  name: string | null;
  type: string;
  size: number;
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

export type OutgoingMessage = {
  identityId: string;
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
  attachments: { blobId: string; name: string; type: string; size: number }[];
  /** Seconds for which the engine holds it back so that it can be undone; 0 to 604,800. */
  holdSeconds: number;
};

export type Submission = {
  /** `null` when only the stored message is known (the engine forgets submissions after some days). */
  submissionId: string | null;
  /** The message's id in Sent. */
  emailId: string;
  threadId: string;
  sendAt: string;
  /** Recipients the engine refused, with the SMTP reply of each. */
  refused: { email: string; smtpReply: string }[];
};

export type Changes = { created: string[]; updated: string[]; destroyed: string[]; newState: string; hasMore: boolean };

/** Types whose state moved, each with its new state string. */
export type StateChange = Partial<Record<"Email" | "Mailbox" | "Thread" | "EmailSubmission" | "EmailDelivery", string>>;

export type Quota = { usedBytes: number; limitBytes: number };
