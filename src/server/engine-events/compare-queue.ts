import type { QueuedMessage, QueuedRecipient } from "~/engine/engine-directory";
import type { DeliveryRow } from "./fold-delivery";
import { readReply } from "./read-reply";
import type { FactData, MailFact } from "./mail-fact";

/** Word of how a message left the queue may be on its way for as long as the mail server keeps it; then nobody will say any more. */
const wordMs = 5 * 60_000;

const withoutNulls = (data: { [K in keyof FactData]: FactData[K] | null }): FactData =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));

/** What a look at the queue tells of one recipient. */
export function seenIn(message: QueuedMessage, recipient: QueuedRecipient, at: Date): MailFact {
  const { state, attempts, code, host } = recipient;
  // Some servers keep the codes in the text, too.
  const { enhancedCode = recipient.enhancedCode, reply = null } = readReply(recipient.reply ?? "");
  const data = withoutNulls({
    ...{ state, attempts, code, enhancedCode, reply, host, sender: message.sender, size: message.size },
    ...{ nextAttemptAt: recipient.nextAttemptAt, expiresAt: recipient.expiresAt, queuedAt: message.createdAt },
  });
  return { queueId: message.queueId, recipient: recipient.address.toLowerCase(), type: "queue.seen", at, data };
}

type Open = Pick<
  DeliveryRow,
  "queueId" | "recipient" | "state" | "attempts" | "code" | "nextAttemptAt" | "queuedAt" | "host"
>;

/**
 * What the queue says of a delivery that is open here, beyond what is known: null when that is nothing. A message that is no longer there counts
 * as gone once no word of it can come any more.
 */
export function compareQueue(open: Open, message: QueuedMessage | undefined, now: Date): MailFact | null {
  const found = message?.recipients.find(({ address }) => address.toLowerCase() === open.recipient);
  if (message && found) {
    const isSame =
      found.attempts <= open.attempts &&
      (found.state === "scheduled" || found.state === open.state) &&
      (found.nextAttemptAt === null || Date.parse(found.nextAttemptAt) === open.nextAttemptAt?.getTime());
    return isSame ? null : seenIn(message, found, now);
  }
  const due = Math.max(open.queuedAt.getTime(), open.nextAttemptAt?.getTime() ?? 0);
  if (now.getTime() - due < wordMs) return null;
  return { queueId: open.queueId, recipient: open.recipient, type: "queue.left", at: now, data: {} };
}
