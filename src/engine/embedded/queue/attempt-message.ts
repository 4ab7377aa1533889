import { decodeId, encodeId } from "../directory/id-codec";
import type { RecipientResolution } from "../seams";
import { createBounce } from "./bounce";
import { deliverLocal } from "./deliver-local";
import { deliverRemote } from "./deliver-remote";
import type { DeliveryOutcome } from "./delivery-outcome";
import type { DnsLookup } from "./dns-lookup";
import { createQueueNumber } from "./queue-id";
import type { QueueContext } from "./queue-options";
import type { QueueStore, QueuedMessage, QueuedRecipient } from "./queue-store";
import { fieldValues } from "./raw-message";
import { signMessage } from "./sign-message";

/** More hops than any honest path has (RFC 5321 section 6.3). */
const maxHops = 50;

const permanent = (address: string, hostname: string, code: number, text: string): DeliveryOutcome => ({
  address,
  result: "permanent",
  code,
  text,
  hostname,
  errorType: "unexpectedResponse",
});

/** One attempt for each recipient of a message that is due. Every outcome is on disk before the next step is taken. */
export function createAttempt(context: QueueContext, queue: QueueStore, lookup: DnsLookup) {
  const { directory, emit, hostname, now, retryDelays, connectTimeout, outboundPortOverride = 25 } = context;

  const report = (message: QueuedMessage, type: string, data: Record<string, unknown>) =>
    emit({ type, createdAt: now(), data: { queueId: decodeId(message.id), from: message.returnPath, ...data } });

  function nextState(recipient: QueuedRecipient, outcome: DeliveryOutcome): QueuedRecipient {
    const { code, hostname: by, text, errorType } = outcome;
    const retries = recipient.retries + 1;
    const due = now().getTime() + (retryDelays[Math.min(recipient.retries, retryDelays.length - 1)] ?? 60_000);
    const seen = { ...recipient, retries, code, hostname: by, reply: text, errorType };
    if (outcome.result === "delivered") return { ...seen, state: "completed" };
    if (outcome.result === "permanent" || due > recipient.expires) return { ...seen, state: "permanent" };
    return { ...seen, state: "temporary", due };
  }

  function bounce(
    message: QueuedMessage,
    raw: Uint8Array,
    failed: { row: QueuedRecipient; outcome: DeliveryOutcome }[],
  ): void {
    const wanted = failed.filter(({ row }) => row.notify === "" || row.notify.split(",").includes("FAILURE"));
    if (message.returnPath === "" || wanted.length === 0) return;
    const id = encodeId(createQueueNumber(now()));
    const at = now();
    const failures = wanted.map(({ outcome }) => outcome);
    const text = createBounce({ hostname, to: message.returnPath, envId: message.envId, raw, failures, id, at });
    const recipient: QueuedRecipient = {
      address: message.returnPath,
      state: "scheduled",
      due: at.getTime(),
      expires: at.getTime() + context.expireAfter,
      retries: 0,
      notify: "NEVER",
      code: null,
      hostname: null,
      reply: null,
      errorType: null,
    };
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
      recipients: [recipient],
    });
  }

  function commit(
    message: QueuedMessage,
    raw: Uint8Array,
    rows: readonly QueuedRecipient[],
    outcomes: readonly DeliveryOutcome[],
    forwardTo: readonly string[] = [],
  ): void {
    const settled = outcomes.flatMap((outcome) => {
      const row = rows.find((candidate) => candidate.address === outcome.address);
      return row ? [{ row, outcome, next: nextState(row, outcome) }] : [];
    });
    queue.transaction(() => {
      for (const { next } of settled) queue.setRecipient(message.id, next);
      const [first] = rows;
      if (first)
        for (const address of forwardTo)
          queue.addRecipient(message.id, {
            ...first,
            address,
            state: "scheduled",
            due: now().getTime(),
            retries: 0,
            code: null,
            hostname: null,
            reply: null,
            errorType: null,
          });
      bounce(
        message,
        raw,
        settled.filter(({ next }) => next.state === "permanent"),
      );
    });
    for (const { next, outcome } of settled) {
      const { code, text, hostname: by } = outcome;
      const details = { to: next.address, hostname: by, details: `${code} ${text}` };
      if (next.state === "completed") report(message, "delivery.delivered", { to: next.address, hostname: by, code });
      else if (next.state === "temporary")
        report(message, "delivery.dsn-temp-fail", {
          ...details,
          nextRetry: new Date(next.due),
          expires: new Date(next.expires),
          total: next.retries,
        });
      else {
        report(message, message.returnPath === "" ? "delivery.double-bounce" : "delivery.dsn-perm-fail", {
          ...details,
          total: next.retries,
        });
        report(message, "delivery.failed", { to: next.address, reason: details.details });
      }
    }
  }

  async function attemptLocal(
    message: QueuedMessage,
    raw: Uint8Array,
    row: QueuedRecipient,
    found: RecipientResolution,
  ): Promise<void> {
    const one = (outcome: DeliveryOutcome, forwardTo: readonly string[] = []) =>
      commit(message, raw, [row], [outcome], forwardTo);
    if (found.kind === "unknown") return one(permanent(row.address, hostname, 550, "5.1.1 Mailbox does not exist."));
    if (found.kind !== "local")
      return one(permanent(row.address, hostname, 550, "5.5.0 This mailbox does not accept messages."));
    const { accountIds, forwardTo } = found;
    const delivery = { address: row.address, accountIds, returnPath: message.returnPath, raw, deliveryId: message.id };
    one(await deliverLocal(delivery, context), forwardTo);
  }

  return async (id: string): Promise<void> => {
    const message = queue.find(id);
    const spooled = queue.raw(id);
    if (!message || !spooled) return queue.drop(id);
    const due = queue
      .recipients(id)
      .filter((row) => ["scheduled", "temporary"].includes(row.state) && row.due <= now().getTime());
    report(message, "delivery.attempt-start", { to: due.map((row) => row.address) });
    const raw = message.needsSignature ? await signMessage(spooled, directory, now()) : spooled;
    if (raw !== spooled) queue.putSigned(id, raw);
    const isLooping = fieldValues(spooled, "received").length > maxHops;

    const remote = new Map<string, QueuedRecipient[]>();
    for (const row of due) {
      const domain = row.address.slice(row.address.lastIndexOf("@") + 1);
      const found = directory.resolveRecipient(row.address);
      if (isLooping)
        commit(
          message,
          raw,
          [row],
          [permanent(row.address, hostname, 554, "5.4.6 The message goes round in circles.")],
        );
      else if (found.kind === "remote") remote.set(domain, [...(remote.get(domain) ?? []), row]);
      else await attemptLocal(message, raw, row, found);
    }
    await Promise.all(
      [...remote].map(async ([domain, rows]) => {
        const delivery = {
          domain,
          from: message.returnPath,
          recipients: rows.map((row) => row.address),
          raw,
          envId: message.envId,
        };
        commit(
          message,
          raw,
          rows,
          await deliverRemote(delivery, { lookup, hostname, port: outboundPortOverride, timeout: connectTimeout }),
        );
      }),
    );
    if (queue.hasPending(id)) return;
    queue.drop(id);
    report(message, "delivery.completed", {});
  };
}
