import { and, inArray, sql } from "drizzle-orm";
import { deliveryEvents } from "../../../db/schema";
import { inScope } from "../../../db/transaction";
import type { Services } from "../services";
import { isSubmission } from "./attribute-events";
import type { EngineEvent } from "./engine-event";
import type { Parties } from "./find-parties";
import type { FactData, FactType, MailFact } from "./mail-fact";

const submissionType = "queue.authenticated-message-queued";

/** Which of the messages that a batch tells of were submitted by somebody who had signed in, as far as that is known by now. */
export async function findSubmitted(
  { db }: Pick<Services, "db">,
  events: readonly EngineEvent[],
  { byAddress }: Parties,
): Promise<Set<string>> {
  const told = events.flatMap((event) => (isSubmission(event) && event.queueId ? [event.queueId] : []));
  const submitted = new Set(told);
  const tenants = new Map<string, string>();
  for (const { queueId, from } of events) {
    const sender = from === null ? undefined : byAddress.get(from);
    if (queueId && sender && !submitted.has(queueId)) tenants.set(queueId, sender.tenantId);
  }
  if (tenants.size === 0) return submitted;
  const { tenantId, queueId, type } = deliveryEvents;
  const known = await inScope(db, { sweep: true }, (tx) =>
    tx
      .selectDistinct({ queueId })
      .from(deliveryEvents)
      .where(
        and(
          ...[inArray(tenantId, [...new Set(tenants.values())]), inArray(queueId, [...tenants.keys()])],
          sql`${type} = ${submissionType}`,
        ),
      ),
  );
  for (const row of known) submitted.add(row.queueId);
  return submitted;
}

/**
 * What came before the word that a message was submitted, and so was given to the tenants of its recipients only: the sender's tenant may
 * see it now.
 */
export async function earlierFacts(
  { db }: Pick<Services, "db">,
  events: readonly EngineEvent[],
  { byAddress }: Parties,
): Promise<Map<string, MailFact[]>> {
  const sent = events.flatMap((event) => {
    const sender = event.from === null ? undefined : byAddress.get(event.from);
    const others = event.to.flatMap((address) => byAddress.get(address)?.tenantId ?? []);
    const elsewhere = others.filter((tenantId) => tenantId !== sender?.tenantId);
    if (!isSubmission(event) || !event.queueId || !sender || elsewhere.length === 0) return [];
    return [{ queueId: event.queueId, tenantId: sender.tenantId, from: event.from!, elsewhere }];
  });
  if (sent.length === 0) return new Map();
  const { tenantId, queueId } = deliveryEvents;
  const places = [...new Set(sent.flatMap(({ elsewhere }) => elsewhere))];
  const ids = sent.map((message) => message.queueId);
  const rows = await inScope(db, { sweep: true }, (tx) =>
    tx
      .select()
      .from(deliveryEvents)
      .where(and(inArray(tenantId, places), inArray(queueId, ids))),
  );
  const facts = rows.flatMap((row) => {
    const message = sent.find((one) => one.queueId === row.queueId)!;
    const isOwn = row.recipient === null || row.type.startsWith("queue.");
    const { mailUserId: _, to: __, ...data } = row.data as FactData;
    const { recipient, occurredAt: at } = row;
    const fact = { queueId: row.queueId, recipient, at, type: row.type as FactType, data };
    return isOwn ? [] : [{ tenantId: message.tenantId, fact }];
  });
  return new Map([...Map.groupBy(facts, (one) => one.tenantId)].map(([of, all]) => [of, all.map(({ fact }) => fact)]));
}
