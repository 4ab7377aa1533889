import type { Address, MessageContent } from "./mail-objects.ts";

/** Sending, as one mailbox user. */
export interface Submissions {
  /**
   * Stores the message as a draft, submits it and files it under Sent, in one round trip. `messageId` is minted by the caller before the first
   * attempt. Its draft is gone then. `refused` when no recipient was accepted: its draft stays, or without one the message itself, as the error's
   * `draftId`; `throttled` when too much was sent lately; `unknownOutcome` when the reply was lost: call `find` before anything else.
   */
  send(message: OutgoingMessage): Promise<Submission>;
  /**
   * Submits a message that lies there and was called back, to whom it is addressed, and files it under Sent. Fails as `send`; the message
   * stays a draft then.
   */
  resend(message: { emailId: string; holdSeconds: number }): Promise<Submission>;
  /** What lists of sent mail show of messages, whatever folder they are in; those that are gone are left out. One round trip. */
  headings(emailIds: string[]): Promise<SentHeading[]>;
  /** Clears up after a message that is under way: destroys its draft, marks what it answers. Absent is fine. */
  finish(sent: Pick<OutgoingMessage, "draftId" | "marks">): Promise<void>;
  /** Undoes a submission that the engine still holds: the message becomes a draft again. `false` when it is too late or unknown. */
  cancel(submission: { submissionId: string; emailId: string }): Promise<boolean>;
  /** Looks for a message by its Message-ID (no angle brackets) in Sent and in the queue; `null` when it never arrived. */
  find(messageId: string): Promise<Submission | null>;
  /**
   * Hands a whole message on as it is to these recipients, a copy of it under Sent, to each of them once however often it is called with the
   * same key. `unknownOutcome` when a reply was lost: calling it again is safe then, as it is after every other failure.
   */
  passOn(message: PassedMessage): Promise<PassedOn>;
}

export type PassedMessage = {
  raw: Uint8Array<ArrayBuffer>;
  /** Envelope sender: an address of the account. */
  sender: string;
  recipients: readonly string[];
  /** Lower-case letters, digits and `-`, at most 100. */
  key: string;
};

export type PassedOn = {
  /** The copy's id in Sent, for the caller to destroy. */
  emailId: string;
  /** Recipients that the engine refused, with the SMTP reply of each. */
  refused: { email: string; smtpReply: string }[];
};

export type OutgoingMessage = MessageContent & {
  identityId: string;
  /** Seconds for which the engine holds it back so that it can be undone; 0 to 604,800. */
  holdSeconds: number;
  /** Envelope sender where it is not the author: whoever writes as a group. The identity's address. */
  sender?: string;
  /** The stored draft that it takes the place of. */
  draftId?: string;
  /** What it answers or forwards, and the keyword that says so. */
  marks?: { emailId: string; keyword: "$answered" | "$forwarded" };
};

export type SentHeading = {
  id: string;
  threadId: string;
  subject: string;
  to: Address[];
  cc: Address[];
  bcc: Address[];
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
