import type { Database } from "bun:sqlite";
import { encodeId } from "../ids";

/** The JMAP types whose changes are recorded; `EmailDelivery` is the push-only type of RFC 8621 section 1.5. */
export type ChangeType =
  | "Mailbox"
  | "Thread"
  | "Email"
  | "EmailDelivery"
  | "Identity"
  | "EmailSubmission"
  | "VacationResponse"
  | "SieveScript"
  | "Quota";

/** `counted`: only a mailbox's counters moved. */
export type ChangeKind = "created" | "updated" | "counted" | "destroyed";

/** New state strings by type, as a StateChange carries them. */
export type StateChange = { accountId: string; changed: Record<string, string> };

/** What every function of the mail store works on. */
export type Mail = {
  db: Database;
  now: () => number;
  /** Changes remembered per account; older states answer `cannotCalculateChanges`. */
  historyLimit: number;
  listeners: Set<(change: StateChange) => void>;
};

/** An open write transaction of one account. */
export type MailWrite = Mail & {
  accountId: string;
  /** Records a change; the last kind noted for an object in one write wins, but `created` stays `created`. */
  note(type: ChangeType, objectId: string, kind: ChangeKind): void;
};

/** The state string of a modification number; `n` is the state before the first change. */
export const formatState = (modseq: number): string => (modseq === 0 ? "n" : `s${encodeId(modseq)}`);
