import type { RecipientResolution } from "../seams";
import { createCommit } from "./commit-outcomes";
import { deliverLocal } from "./deliver-local";
import { deliverRemote } from "./deliver-remote";
import type { DeliveryOutcome } from "./delivery-outcome";
import type { DnsLookup } from "./dns-lookup";
import type { QueueContext } from "./queue-options";
import type { QueueStore, QueuedMessage, QueuedRecipient } from "./queue-store";
import { fieldValues } from "./raw-message";
import { signMessage } from "./sign-message";

/** More hops than any honest path has (RFC 5321 section 6.3). */
const maxHops = 50;

const isDue = (row: QueuedRecipient, at: number): boolean =>
  (row.state === "scheduled" || row.state === "temporary") && row.due <= at;

/** One attempt for each recipient of a message that is due. Every outcome is on disk before the next step is taken. */
export function createAttempt(context: QueueContext, queue: QueueStore, lookup: DnsLookup, signal: AbortSignal) {
  const { directory, hostname, now, connectTimeout, outboundPortOverride = 25 } = context;
  const { commit, report } = createCommit(context, queue);
  const remoteOptions = { lookup, hostname, port: outboundPortOverride, timeout: connectTimeout, signal };

  async function attemptLocal(
    message: QueuedMessage,
    raw: Uint8Array,
    row: QueuedRecipient,
    found: RecipientResolution,
  ) {
    const one = (outcome: DeliveryOutcome, forwardTo: readonly string[] = []) =>
      commit({ message, raw, rows: [row], outcomes: [outcome], forwardTo });
    const refuse = (code: number, text: string) =>
      one({ address: row.address, result: "permanent", code, text, hostname, errorType: "unexpectedResponse" });
    if (fieldValues(raw, "received").length > maxHops) return refuse(554, "5.4.6 The message goes round in circles.");
    if (found.kind === "unknown") return refuse(550, "5.1.1 Mailbox does not exist.");
    if (found.kind !== "local") return refuse(550, "5.5.0 This mailbox does not accept messages.");
    const { accountIds, forwardTo } = found;
    const delivery = { address: row.address, accountIds, returnPath: message.returnPath, raw, deliveryId: message.id };
    one(await deliverLocal(delivery, context), forwardTo);
  }

  async function attemptRemote(
    message: QueuedMessage,
    raw: Uint8Array,
    domain: string,
    rows: readonly QueuedRecipient[],
  ) {
    const recipients = rows.map((row) => row.address);
    const delivery = { domain, from: message.returnPath, recipients, raw, envId: message.envId };
    commit({ message, raw, rows, outcomes: await deliverRemote(delivery, remoteOptions) });
  }

  return async (id: string): Promise<void> => {
    const message = queue.find(id);
    const spooled = queue.raw(id);
    if (!message || !spooled) return queue.drop(id);
    const due = queue.recipients(id).filter((row) => isDue(row, now().getTime()));
    report(message, "delivery.attempt-start", { to: due.map((row) => row.address) });
    const sign = () => signMessage(spooled, message.returnPath, directory, now());
    const raw = message.needsSignature ? await sign() : spooled;
    if (raw !== spooled) queue.putSigned(id, raw);

    const remote = new Map<string, QueuedRecipient[]>();
    for (const row of due) {
      const domain = row.address.slice(row.address.lastIndexOf("@") + 1);
      const found = directory.resolveRecipient(row.address);
      if (found.kind === "remote") remote.set(domain, [...(remote.get(domain) ?? []), row]);
      else await attemptLocal(message, raw, row, found);
    }
    await Promise.all([...remote].map(([domain, rows]) => attemptRemote(message, raw, domain, rows)));
  };
}
