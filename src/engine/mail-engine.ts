import type { EngineDirectory } from "./engine-directory.ts";
import type { SearchPage, SearchQuery } from "./mail-search.ts";
import type { Submissions } from "./mail-submissions.ts";
import type {
  Changes,
  DraftOrigin,
  HeaderField,
  Identity,
  ImportedMessage,
  Mailbox,
  MailboxRole,
  Message,
  MessageContent,
  Quota,
  SavedDraft,
  StateChange,
  ThreadPage,
  ThreadQuery,
} from "./mail-objects.ts";

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

export interface UserEngine {
  /** Everything an inbox shows first, in one round trip: folders, the first page of one of them, quota, and the states these belong to. */
  overview(
    view: ThreadQuery,
  ): Promise<{ mailboxes: Mailbox[]; page: ThreadPage; quota: Quota | null; states: StateChange }>;
  mailboxes: {
    list(): Promise<Mailbox[]>;
    /** Makes a folder that other mail programs show too. `conflict` when its place has one of that name, `refused` without the parent, `overQuota` when there are too many. */
    create(folder: { name: string; parentId: string | null }): Promise<{ id: string }>;
    /** Renames a folder or puts it elsewhere. Fails as `create`, and with `notFound`. */
    update(id: string, change: { name?: string; parentId?: string | null }): Promise<void>;
    /** Removes an empty folder. `conflict` while mail or folders are in it, `refused` for one that has to stay. Absent is fine. */
    destroy(id: string): Promise<void>;
  };
  threads: {
    /** One row a thread, newest first unless sorted otherwise. `notFound` when the mailbox does not exist. */
    list(query: ThreadQuery): Promise<ThreadPage>;
    /** All messages of a thread, oldest first, with their bodies. */
    get(threadId: string): Promise<Message[]>;
  };
  /** Newest first, in one round trip once the session and the mailboxes are known. `refused` when the engine cannot answer such a search. */
  search(query: SearchQuery): Promise<SearchPage>;
  messages: {
    get(id: string): Promise<Message>;
    /** Sets or clears `$seen`, `$flagged` and other keywords. Resolves only when every message was changed. */
    setKeywords(ids: string[], keywords: Record<string, boolean>): Promise<void>;
    /**
     * Moves whole messages: they end up in that mailbox only, with these keywords changed, in one round trip. One that is named by its role
     * is made, under `name`, when there is none.
     */
    move(
      ids: string[],
      to: string | { role: MailboxRole; name: string },
      keywords?: Record<string, boolean>,
    ): Promise<void>;
    /** Takes messages out of a mailbox; what is nowhere else is destroyed for ever, what is not in it stays as it is. */
    removeFrom(ids: string[], mailbox: ThreadQuery["mailbox"]): Promise<void>;
    /** Destroys for ever. Absent is fine. */
    destroy(ids: string[]): Promise<void>;
    /** Files a whole RFC 5322 message as it is, as if it had come at `receivedAt`. */
    import(message: ImportedMessage): Promise<{ id: string }>;
    /** The whole message as it lies there (RFC 5322). `notFound` when there is none. */
    source(id: string): Promise<Uint8Array<ArrayBuffer>>;
    /** The same as a stream, under that file name. `notFound` when there is none. */
    download(id: string, name: string): Promise<Response>;
    /** Every header field in order, values as they were written: folded, encoded. `notFound` when there is none. */
    headers(id: string): Promise<HeaderField[]>;
    /** The whole message as a file that another message may carry. `notFound` when there is none. */
    file(id: string): Promise<{ blobId: string; size: number; subject: string }>;
    /** Like `get`, with bodies of up to ten mebibytes each. */
    getWhole(id: string): Promise<Message>;
  };
  blobs: {
    download(blobId: string, name: string, type: string): Promise<Response>;
    /** Streams it there; `size` in octets where the blob itself does not know it. `refused` when it is larger than `limits` says. */
    upload(content: Blob, size?: number): Promise<{ blobId: string; type: string; size: number }>;
  };
  drafts: {
    /**
     * Stores a draft in place of those that it follows, in one round trip: these are destroyed when it is there and not before. They are
     * gone then, whether they were there or not; `hasReplaced` says that all of them were. `writer` says who wrote it, in a header of ours.
     * `overQuota`, `refused` when it is too large; `unknownOutcome` when the reply was lost: look for it with `find`.
     */
    save(
      draft: MessageContent,
      as: { writer: string; replaces: string[]; origin?: DraftOrigin },
    ): Promise<SavedDraft & { hasReplaced: boolean }>;
    /** `notFound` when there is none. */
    get(id: string): Promise<SavedDraft>;
    /** All drafts with this Message-ID (no angle brackets), the one that was saved last first. */
    find(messageId: string): Promise<SavedDraft[]>;
  };
  /** What may be attached; octets. */
  limits(): Promise<{ maxUploadBytes: number; maxAttachmentsBytes: number }>;
  identities: { list(): Promise<Identity[]> };
  sieve: {
    /** Stores a script (RFC 5228) under that name, in place of the one before it, and makes it the one that runs on arriving mail. `refused` for one that does not parse. Idempotent. */
    activate(script: { name: string; content: string }): Promise<void>;
    /** Removes a script, active or not. Absent is fine. */
    remove(name: string): Promise<void>;
    /** The script of that name, and whether it runs. */
    find(name: string): Promise<{ content: string; isActive: boolean } | null>;
  };
  submissions: Submissions;
  /** What differs since the given state; `stateTooOld` when the engine no longer knows. */
  changes(since: { type: "Email" | "Mailbox" | "Thread"; state: string }): Promise<Changes>;
  /**
   * In which threads messages came or were changed since that state of Email, in one round trip; `threadIds` is null when that cannot be said, as of
   * messages that are gone. `stateTooOld` when the engine no longer knows.
   */
  changedThreads(emailState: string): Promise<{ threadIds: string[] | null; newState: string }>;
  /**
   * Yields the present states when connected, then whenever they move, until `signal` aborts; rejects with `unauthorized` when the
   * credential ends. Reconnects by itself and yields what moved meanwhile. `refused` when the engine cannot push.
   */
  events(signal: AbortSignal): AsyncIterable<StateChange>;
  quota(): Promise<Quota | null>;
}
