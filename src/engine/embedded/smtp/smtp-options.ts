import type { EmbeddedQueue } from "../queue/queue";
import type { Directory, EmitEvent, MailStore } from "../seams";

export type SmtpOptions = {
  directory: Directory;
  store: MailStore;
  queue: Pick<EmbeddedQueue, "submit" | "relay">;
  emit: EmitEvent;
  /** Our own name: greeting, Received, authserv-id. */
  hostname: string;
  /** Port of the listener for mail from outside; 0 picks one. */
  mxPort: number;
  /** Port of the listener for mail programs; 0 picks one. */
  submissionPort: number;
  /** Address to listen on; loopback by default. */
  bind?: string;
  dns?: { servers?: readonly string[]; timeout?: number };
  /** Bytes. */
  maxMessageSize?: number;
  /** Key and certificate (PEM) for STARTTLS. Without them loopback has none, and other addresses get a self-signed one. */
  tls?: { key: string; cert: string };
  now?(): Date;
};

/** Sizes in bytes, durations in milliseconds. */
export const smtpDefaults = { bind: "127.0.0.1", maxMessageSize: 100_000_000, maxClients: 200, socketTimeout: 60_000 };
