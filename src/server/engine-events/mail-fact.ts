import type { EngineEventType, EventDetails } from "./engine-event";

/**
 * What we know from elsewhere than an event: what the queue showed when it was looked at, that a message was no longer in it, and what a
 * person did.
 */
export const ownFactTypes = ["queue.seen", "queue.left", "queue.cancelled", "queue.retried"] as const;
export type FactType = EngineEventType | (typeof ownFactTypes)[number];

export type FactData = EventDetails & {
  sender?: string;
  /** The mailbox user here who sent it. */
  mailUserId?: string;
  /** Of a whole message: the recipients that this tenant may see. */
  to?: string[];
  /** Of a look at the queue. */
  state?: "scheduled" | "deferred" | "delivered" | "failed";
  queuedAt?: string;
  /** Who did it. */
  by?: string;
};

/** One thing that happened to a message under way, as one tenant may see it. A row of `delivery_events`. */
export type MailFact = {
  queueId: string;
  /** Null: of the whole message. */
  recipient: string | null;
  type: FactType;
  at: Date;
  data: FactData;
  /** Further text that makes it this fact and no other. */
  subject?: string;
};
