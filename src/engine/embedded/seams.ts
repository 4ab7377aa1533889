/**
 * What the parts of the embedded engine know of each other. The directory (domains, accounts, credentials, keys), the mail store
 * (messages, mailboxes, blobs) and the queue (held and outgoing mail) meet only here; JMAP over HTTP and SMTP sit on top.
 */

/** A party that has signed in. `permissions` are Stalwart's camelCase names, already cut down to what its credential may use. */
export type Principal = {
  accountId: string;
  emailAddress: string;
  permissions: ReadonlySet<string>;
};

/** A refused sign-in: `mfaRequired` answers 402, `invalid` answers 401. */
export type SignInRefusal = "invalid" | "mfaRequired";

export type RecipientResolution =
  /** Delivered here, once to each account; groups and lists are already expanded. */
  | { kind: "local"; accountIds: string[]; forwardTo: string[] }
  /** The domain is ours, the address is not: 550 5.1.1. */
  | { kind: "unknown" }
  /** The account may not receive (permission `emailReceive` disabled): 550 5.5.0. */
  | { kind: "refused" }
  /** Not one of our domains: relayed for authenticated senders only. */
  | { kind: "remote" };

export type DirectoryAccount = {
  accountId: string;
  emailAddress: string;
  /** The person's name, Stalwart's `description`. */
  displayName: string;
  /** Primary address first, then enabled aliases: what JMAP identities are made of. */
  addresses: string[];
  /** Bytes; 0 means unlimited. */
  maxDiskQuota: number;
};

/** The private half of an active DKIM key; `stage` other than `active` is never returned for signing. */
export type SigningKey = {
  domainName: string;
  selector: string;
  algorithm: "rsa-sha256" | "ed25519-sha256";
  /** PKCS#8 or PKCS#1 PEM. */
  privateKey: string;
};

export interface Directory {
  /** Reads an HTTP `Authorization` header (Basic or Bearer). `null` header: nobody. */
  authenticateHeader(authorization: string | null, ip: string): Promise<Principal | SignInRefusal | null>;
  /** SMTP AUTH PLAIN/LOGIN. */
  authenticatePassword(login: string, password: string, ip: string): Promise<Principal | SignInRefusal>;
  findAccount(accountId: string): DirectoryAccount | null;
  resolveRecipient(address: string): RecipientResolution;
  isLocalDomain(domainName: string): boolean;
  /** Counts a message that an account begins, or a recipient of it, against the inbound throttles; false when it is one too many: 452 4.4.5. `remotePort` where it comes by SMTP. */
  admit(message: { accountId: string; sender: string; recipient?: string; remotePort?: number }): boolean;
  /** Active keys of the domain of a From address, possibly none. */
  signingKeys(domainName: string): SigningKey[];
  /** Account ids that `principal` may see in its session besides its own (groups). */
  groupsOf(accountId: string): DirectoryAccount[];
}

export type Delivery = {
  accountId: string;
  raw: Uint8Array;
  /** JMAP mailbox role to file under; default inbox. */
  role?: "inbox" | "junk" | "sent";
  keywords?: string[];
  receivedAt?: Date;
  /** When given, a second delivery with the same id answers the first one's `emailId` and stores nothing: a crashed queue may ask again. */
  deliveryId?: string;
  /** Of a message that arrives; the account's script decides where it goes. */
  envelope?: { from: string; to: string };
};

/** What an account's script decided. Neither a mailbox nor an address: the message is thrown away. */
export type Filing = { mailboxIds: string[]; keywords: string[]; redirects: string[]; answer: VacationAnswer | null };

/** What a script answers to the sender (RFC 5230); the same sender once in so many days. */
export type VacationAnswer = { days: number; subject: string | null; text: string };

export interface MailStore {
  /** Makes the five default mailboxes of a new account (Inbox a, Deleted Items b, Junk Mail c, Drafts d, Sent Items e). Idempotent. */
  openAccount(accountId: string): void;
  destroyAccount(accountId: string): void;
  /**
   * Durable on return (committed with full sync); `null` when the account's script sent the message on or threw it away. Throws `OverQuota`
   * when the account's quota would be passed.
   */
  deliver(delivery: Delivery): Promise<{ emailId: string | null }>;
  /** Bytes used by an account. */
  usedDiskQuota(accountId: string): number;
  readBlob(accountId: string, blobId: string): Uint8Array | null;
}

export class OverQuota extends Error {}

export type Envelope = {
  mailFrom: { email: string; parameters: Record<string, string | null> | null };
  rcptTo: { email: string; parameters: Record<string, string | null> | null }[];
};

/** JMAP `DeliveryStatus` of one recipient (RFC 8621 section 7). */
export type RecipientStatus = {
  smtpReply: string;
  delivered: "queued" | "yes" | "no" | "unknown";
  displayed: "unknown" | "yes";
};

export type Submitted = {
  queueId: string;
  /** Keyed by recipient address, the replies to RCPT. When all are refused nothing is queued. */
  recipients: Record<string, RecipientStatus>;
  accepted: boolean;
  sendAt: Date;
};

export interface MailQueue {
  /**
   * Takes responsibility for a message: durable on return, signed with DKIM when it leaves. Bcc is stripped here.
   * Throws `SubmissionRefused` with a JMAP SetError type (`forbiddenMailFrom`, `tooManyRecipients`, `tooLarge` ...).
   */
  submit(submission: { principal: Principal; envelope: Envelope; raw: Uint8Array }): Promise<Submitted>;
  /** Live status while queued, `null` when the message has left the queue. */
  status(queueId: string): Record<string, RecipientStatus> | null;
  /** True when it was still held and is now gone; false when it is too late. */
  cancel(queueId: string): boolean;
}

export class SubmissionRefused extends Error {
  constructor(
    readonly type: string,
    description: string,
  ) {
    super(description);
  }
}

/** One JMAP method call after result references were resolved. `createdIds` maps creation ids of the whole request to ids. */
export type MethodCall = {
  principal: Principal;
  /** The `accountId` argument, checked, or the caller's own. */
  accountId: string;
  using: ReadonlySet<string>;
  createdIds: Map<string, string>;
  ip: string;
};

export type MethodArguments = Record<string, unknown>;

/** Returns the arguments of the response with the call's own name, or several whole responses (name, arguments) for implicit calls. */
export type MethodHandler = (
  call: MethodCall,
  args: MethodArguments,
) => Promise<Record<string, unknown> | [name: string, result: Record<string, unknown>][]>;

/** A method-level error (RFC 8620 section 3.6.2). */
export class MethodError extends Error {
  constructor(
    readonly type: string,
    description?: string,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(description ?? type);
  }
}

/** The engine's own events; webhooks and push are fed from it. Names and data keys are Stalwart's. */
export type EngineEvent = { type: string; createdAt: Date; data: Record<string, unknown> };
export type EmitEvent = (event: EngineEvent) => void;
