import { encodeId } from "../../ids";
import type { MailWrite } from "../../mail/mail";
import { formatUtcDate } from "../../mail/mime/message-date";
import type { Envelope, RecipientStatus } from "../../seams";
import type { Jmap } from "../jmap";
import { deleteObject, listObjects, type StoredObject } from "../object-store";

/** What is kept of a submission. `sendAt` is epoch milliseconds, `recipients` the replies at the time of sending. */
export type Submission = {
  identityId: string;
  emailId: string;
  threadId: string;
  envelope: Envelope;
  sendAt: number;
  queueId: string;
  accepted: boolean;
  isCanceled: boolean;
  recipients: Record<string, RecipientStatus>;
};

/** How long a submission is listed. Milliseconds: three days, as in Stalwart. */
const retention = 3 * 24 * 60 * 60 * 1000;

export type UndoStatus = "pending" | "final" | "canceled";

/** `pending` while the message is in the queue. */
export function undoStatusOf({ queue }: Jmap, { isCanceled, accepted, queueId }: Submission): UndoStatus {
  if (isCanceled) return "canceled";
  return accepted && queue.status(queueId) !== null ? "pending" : "final";
}

/** The EmailSubmission object (RFC 8621 section 7). After the queue has let go, only the first replies are known. */
export function toSubmission(jmap: Jmap, { id, value }: StoredObject<Submission>): Record<string, unknown> {
  const live = value.isCanceled ? null : jmap.queue.status(value.queueId);
  const left = Object.entries(value.recipients).map(([email, status]) => [
    email,
    status.delivered === "queued" ? { ...status, delivered: "unknown" } : status,
  ]);
  return {
    id,
    identityId: value.identityId,
    emailId: value.emailId,
    threadId: value.threadId,
    envelope: value.envelope,
    sendAt: formatUtcDate(value.sendAt),
    undoStatus: undoStatusOf(jmap, value),
    deliveryStatus: { ...Object.fromEntries(left), ...live },
    dsnBlobIds: [],
    mdnBlobIds: [],
  };
}

/** Removes the account's submissions that are older than three days. A held one has its time to go still before it. */
export function forgetOldSubmissions(write: MailWrite): void {
  const old = write.db
    .query<{ id: number }, [string, number]>(
      "select id from objects where account_id = ? and type = 'EmailSubmission' and sort_key < ? limit 500",
    )
    .all(write.accountId, write.now() - retention);
  for (const { id } of old) deleteObject(write, "EmailSubmission", encodeId(id));
}

/** The submissions of the last three days, soonest first. */
export function listSubmissions({ mail }: Jmap, accountId: string): StoredObject<Submission>[] {
  const since = mail.now() - retention;
  return listObjects<Submission>(mail, accountId, "EmailSubmission").filter(({ value }) => value.sendAt >= since);
}
