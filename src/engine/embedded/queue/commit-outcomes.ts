import { decodeId, encodeId } from "../ids";
import { createBounce } from "./bounce";
import type { DeliveryOutcome } from "./delivery-outcome";
import { newRecipient } from "./new-recipient";
import { createQueueNumber } from "./queue-id";
import type { QueueContext } from "./queue-options";
import type { QueueStore, QueuedMessage, QueuedRecipient } from "./queue-store";

type Settled = { outcome: DeliveryOutcome; next: QueuedRecipient };

/** What one step of an attempt leaves behind. */
export type Step = {
  message: QueuedMessage;
  raw: Uint8Array;
  rows: readonly QueuedRecipient[];
  outcomes: readonly DeliveryOutcome[];
  /** Addresses elsewhere that a list was expanded to. */
  forwardTo?: readonly string[];
};

/** Writes outcomes down, in one transaction with the bounce they cause and the end of a message that nobody waits for any more. */
export function createCommit(context: QueueContext, queue: QueueStore) {
  const { emit, hostname, now, retryDelays, expireAfter } = context;

  const report = (message: QueuedMessage, type: string, data: Record<string, unknown>): void =>
    emit({ type, createdAt: now(), data: { queueId: decodeId(message.id), from: message.returnPath, ...data } });

  function nextState(
    row: QueuedRecipient,
    { result, code, hostname: by, text, errorType }: DeliveryOutcome,
  ): QueuedRecipient {
    const due = now().getTime() + (retryDelays[Math.min(row.retries, retryDelays.length - 1)] ?? 60_000);
    const seen = { ...row, retries: row.retries + 1, code, hostname: by, reply: text, errorType };
    if (result === "delivered") return { ...seen, state: "completed" };
    if (result === "permanent" || due > row.expires) return { ...seen, state: "permanent" };
    return { ...seen, state: "temporary", due };
  }

  function bounce({ returnPath, envId }: QueuedMessage, raw: Uint8Array, settled: readonly Settled[]): void {
    const failures = settled
      .filter(
        ({ next }) => next.state === "permanent" && (next.notify === "" || next.notify.split(",").includes("FAILURE")),
      )
      .map(({ outcome }) => outcome);
    if (returnPath === "" || failures.length === 0) return;
    const at = now();
    const number = createQueueNumber(at);
    const id = encodeId(number);
    const text = createBounce({ hostname, to: returnPath, envId, raw, failures, id, at });
    queue.insert({
      id,
      returnPath: "",
      accountId: null,
      envId: null,
      createdAt: at.getTime(),
      size: text.byteLength,
      receivedFromIp: "127.0.0.1",
      needsSignature: 1,
      raw: text,
      recipients: [newRecipient(returnPath, at.getTime(), at.getTime() + expireAfter, "NEVER")],
    });
    emit({
      type: "queue.dsn-queued",
      createdAt: at,
      data: { queueId: number, from: "", to: [returnPath], size: text.byteLength },
    });
  }

  function announce(message: QueuedMessage, { next, outcome: { code, text, hostname: by } }: Settled): void {
    const to = next.address;
    const details = { to, hostname: by, details: `${code} ${text}`, total: next.retries };
    if (next.state === "completed") return report(message, "delivery.delivered", { to, hostname: by, code });
    if (next.state === "temporary") {
      const later = { nextRetry: new Date(next.due), expires: new Date(next.expires) };
      return report(message, "delivery.dsn-temp-fail", { ...details, ...later });
    }
    report(message, message.returnPath === "" ? "delivery.double-bounce" : "delivery.dsn-perm-fail", details);
    report(message, "delivery.failed", { to, reason: details.details });
  }

  function commit({ message, raw, rows, outcomes, forwardTo = [] }: Step): void {
    const settled = outcomes.flatMap((outcome): Settled[] => {
      const row = rows.find(({ address }) => address === outcome.address);
      return row ? [{ outcome, next: nextState(row, outcome) }] : [];
    });
    const isOver = queue.transaction(() => {
      for (const { next } of settled) queue.setRecipient(message.id, next);
      for (const address of forwardTo)
        queue.addRecipient(message.id, newRecipient(address, now().getTime(), rows[0]?.expires ?? 0));
      bounce(message, raw, settled);
      if (queue.hasPending(message.id)) return false;
      queue.drop(message.id);
      return true;
    });
    for (const each of settled) announce(message, each);
    if (isOver) report(message, "delivery.completed", {});
  }

  return { commit, report };
}
