import type { MailEngine } from "./mail-engine.ts";

/** What not every server can do; a test that needs more than a peer has is skipped, by name. */
export type Feature =
  /** EventSource. */
  | "push"
  /** Ends the streams of a credential that was destroyed. */
  | "endsStreams"
  /** A get may name what its own request created, so that sending and the recipients' fate are one round trip. */
  | "getsWhatItCreated"
  /** Finds threads by a keyword that some message of theirs has. */
  | "threadKeywords"
  /** Tells a folder's name that is taken from one that cannot be used. */
  | "tellsTakenNames"
  /** RFC 9425 quotas. */
  | "quota"
  /** Takes the Bcc header out of what it sends (RFC 8621 section 7.5). */
  | "blindCopies"
  /** Lets an account submit what others wrote: only the envelope has to be its own. */
  | "passesOn"
  /** Tells which recipients were refused, and sends to the others. */
  | "partialRefusal";

export type PeerUser = { address: string; authorization: string };

/** A running server that the adapter is pointed at. */
export type Peer = {
  baseUrl: string;
  /** A mailbox user whom no other test knows, with empty folders. */
  newUser(): Promise<PeerUser>;
  /** Puts a message into a mailbox as if it came from outside. `raw` has CRLF line ends. */
  deliver(address: string, raw: string): Promise<void>;
  /** The server refuses mail to it. */
  refusedAddress: string;
  /** The management half, where the server has it. */
  managed?: MailEngine;
  stop(): Promise<void>;
};

export type ContractPeer = {
  name: string;
  features: ReadonlySet<Feature>;
  hasDirectory: boolean;
  start(): Promise<Peer>;
};

export type Contract = { peer: () => Peer; features: ReadonlySet<Feature> };
