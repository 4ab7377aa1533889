import type { Directory, EmitEvent, MailStore } from "../seams";

export type QueueOptions = {
  dataDir: string;
  directory: Pick<Directory, "admit" | "findAccount" | "groupsOf" | "resolveRecipient" | "signingKeys">;
  store: MailStore;
  emit: EmitEvent;
  /** Our own name in EHLO, Received and bounces. */
  hostname: string;
  /** DNS servers as `address` or `address:port`; the system's when empty. */
  dns?: { servers?: readonly string[]; timeout?: number };
  /** Port of other mail hosts, instead of 25. */
  outboundPortOverride?: number;
  /** Milliseconds to wait after the first, second … attempt; the last one repeats. */
  retryDelays?: readonly number[];
  /** Milliseconds after which a message that cannot be delivered comes back. */
  expireAfter?: number;
  /** Milliseconds for connecting and for the greeting of another host. */
  connectTimeout?: number;
  /** Messages in delivery at a time. */
  concurrency?: number;
  /** Bytes. */
  maxMessageSize?: number;
  now?(): Date;
};

const minutes = (count: number): number => count * 60_000;

/** Durations in milliseconds, sizes in bytes. */
export const queueDefaults = {
  retryDelays: [2, 5, 10, 15, 30, 60, 120].map(minutes),
  expireAfter: minutes(3 * 24 * 60),
  connectTimeout: 10_000,
  concurrency: 32,
  maxMessageSize: 75_000_000,
  maxRecipients: 100,
};

/** What the parts of the queue share. */
export type QueueContext = Omit<QueueOptions, "dataDir" | "dns"> & {
  now(): Date;
  retryDelays: readonly number[];
  expireAfter: number;
  connectTimeout: number;
  maxMessageSize: number;
};
