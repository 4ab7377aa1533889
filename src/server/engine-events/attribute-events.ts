import type { EngineEvent } from "./engine-event";
import type { Parties, Party } from "./find-parties";
import type { MailFact } from "./mail-fact";

/** What one tenant gets of a batch: mail under way, and what happened to its mailboxes. */
export type TenantShare = {
  tenantId: string;
  facts: MailFact[];
  /** About an account: mail that came, sign-ins. */
  own: { event: EngineEvent; party: Party }[];
};

export const isSubmission = ({ type }: { type: string }) => type === "queue.authenticated-message-queued";

/** A message that came from outside straight into a mailbox was never in the queue: it gets a name of its own. */
const straightId = ({ accountId, subject }: EngineEvent) => `in.${accountId}.${subject.replaceAll(/[^\w-]+/g, ".")}`;

/**
 * Divides a batch among tenants. Mail belongs to the tenant whose user sent it, once the mail server has said that the sender had signed in,
 * and to the tenant of each recipient here. A stranger may write any sender on an envelope: that alone gives nobody anything, unless
 * the mail leaves the platform, which only our own people's does.
 */
export function attributeEvents(
  events: readonly EngineEvent[],
  { byAddress, byAccount }: Parties,
  /** Messages that were submitted by somebody who had signed in. */
  submitted: ReadonlySet<string>,
): TenantShare[] {
  const shares = new Map<string, TenantShare>();
  const shareOf = (tenantId: string) => {
    const share = shares.get(tenantId) ?? { tenantId, facts: [], own: [] };
    shares.set(tenantId, share);
    return share;
  };

  const give = (tenantId: string, event: EngineEvent, queueId: string, to: readonly string[]) => {
    const sender = event.from === null ? undefined : byAddress.get(event.from);
    const isSender = sender?.tenantId === tenantId && submitted.has(queueId);
    const data = {
      ...event.details,
      ...(event.from === null ? {} : { sender: event.from }),
      ...(isSender && sender.mailUserId ? { mailUserId: sender.mailUserId } : {}),
    };
    const fact = { queueId, type: event.type, at: event.at };
    const isWhole = event.type.startsWith("queue.");
    const facts = isWhole
      ? [{ ...fact, recipient: null, data: { ...data, to: [...to] } }]
      : to.map((recipient) => ({ ...fact, recipient, data }));
    shareOf(tenantId).facts.push(...facts);
  };

  for (const event of events) {
    const { queueId, accountId, login, from, to, type } = event;
    const party = (accountId && byAccount.get(accountId)) || (login && byAddress.get(login)) || undefined;
    if (type.startsWith("message-ingest.") || type.startsWith("auth.")) {
      if (!party) continue;
      shareOf(party.tenantId).own.push({ event, party });
      const isForeign = from !== null && from !== "" && !byAddress.has(from);
      if (!type.startsWith("auth.") && !queueId && isForeign && to.length > 0)
        give(party.tenantId, { ...event, type: "delivery.delivered" }, straightId(event), to);
      continue;
    }
    if (!queueId) continue;
    const sender = from === null ? undefined : byAddress.get(from);
    for (const [tenantId, addresses] of Map.groupBy(to, (address) => byAddress.get(address)?.tenantId)) {
      const isSenders = sender && (submitted.has(queueId) || tenantId === undefined);
      if (tenantId !== undefined && !(isSenders && sender.tenantId === tenantId))
        give(tenantId, event, queueId, addresses);
    }
    if (!sender) continue;
    const sent = submitted.has(queueId) ? to : to.filter((address) => !byAddress.has(address));
    if (sent.length > 0) give(sender.tenantId, event, queueId, sent);
  }
  return [...shares.values()];
}
