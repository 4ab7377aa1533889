/** What the mail server is asked to tell, by its own names (Stalwart's events). Names are exact: one that it does not know would make it refuse all. */
export const engineEventTypes = [
  "queue.authenticated-message-queued",
  "queue.message-queued",
  "delivery.delivered",
  "delivery.dsn-success",
  "delivery.dsn-temp-fail",
  "delivery.dsn-perm-fail",
  "delivery.failed",
  "delivery.double-bounce",
  "message-ingest.ham",
  "message-ingest.spam",
  "auth.success",
  "auth.failed",
] as const;
export type EngineEventType = (typeof engineEventTypes)[number];

/** What is known of one attempt or of the message, as it is kept with the event. */
export type EventDetails = {
  code?: number;
  /** RFC 3463, such as `5.1.1`. */
  enhancedCode?: string;
  /** What the other side said, on one line. */
  reply?: string;
  host?: string;
  /** Octets. */
  size?: number;
  /** How often it was tried until now. */
  attempts?: number;
  nextAttemptAt?: string;
  expiresAt?: string;
  /** Without angle brackets. */
  messageId?: string;
};

/** One event with the mail server's awkwardness taken off: every field may be missing there. */
export type EngineEvent = {
  type: EngineEventType;
  at: Date;
  /** Ids as JMAP writes them. */
  queueId: string | null;
  accountId: string | null;
  /** What somebody signed in with. */
  login: string | null;
  ip: string | null;
  /** Lower case; empty for the null sender. */
  from: string | null;
  to: string[];
  /** Tells two events apart that are the same in all else. */
  subject: string;
  details: EventDetails;
};
