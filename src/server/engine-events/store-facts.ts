import { createHash } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import { deliveries, deliveryEvents } from "../../../db/schema";
import { type DeliveryRow, foldDelivery } from "./fold-delivery";
import type { FactData, FactType, MailFact } from "./mail-fact";
import { writeDeliveries } from "./write-deliveries";
import { writeEvents } from "./write-events";

/** A delivery with the mailbox user here whom it goes to, if that is known. */
export type KnownDelivery = DeliveryRow & { toUserId: string | null };
/** How one delivery stood before and stands now. */
export type DeliveryChange = { before: KnownDelivery | null; after: KnownDelivery };
/** The mailbox user of the tenant who gets mail to an address; undefined where that was not looked up. */
export type ReceiverOf = (address: string) => string | null | undefined;
export type StoredFacts = { fresh: MailFact[]; changes: DeliveryChange[] };

/** The mail server makes new ids for its events whenever it repeats them: this is what makes an event the same one. */
const hashOf = (tenantId: string, { type, queueId, recipient, at, data, subject = "" }: MailFact): string =>
  createHash("sha256")
    .update(JSON.stringify([tenantId, type, queueId, recipient, at.getTime(), data.code ?? null, subject]))
    .digest("base64url");

/**
 * Keeps what happened to mail of one tenant, each thing once, and brings `deliveries` up to date with it. Whoever else does so for the
 * tenant waits until the caller's transaction ends. Returns what was new and what it changed.
 */
export async function storeFacts(
  tx: Transaction,
  tenantId: string,
  facts: readonly MailFact[],
  receiverOf: ReceiverOf = () => undefined,
): Promise<StoredFacts> {
  if (facts.length === 0) return { fresh: [], changes: [] };
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`deliveries:${tenantId}`}))`);
  const byHash = new Map(facts.map((fact) => [hashOf(tenantId, fact), fact]));
  const stored = await writeEvents(
    tx,
    tenantId,
    [...byHash].map(([contentHash, fact]) => ({ contentHash, ...fact })),
  );
  const fresh = [...byHash].filter(([hash]) => stored.has(hash)).map(([, fact]) => fact);
  return { fresh, changes: await refold(tx, tenantId, fresh, receiverOf) };
}

async function refold(
  tx: Transaction,
  tenantId: string,
  fresh: readonly MailFact[],
  receiverOf: ReceiverOf,
): Promise<DeliveryChange[]> {
  if (fresh.length === 0) return [];
  const queueIds = [...new Set(fresh.map(({ queueId }) => queueId))];
  const own = and(eq(deliveries.tenantId, tenantId), inArray(deliveries.queueId, queueIds));
  const standing = await tx.select().from(deliveries).where(own);
  const before = new Map(standing.map((row) => [`${row.queueId} ${row.recipient}`, row]));
  // Of a message that has no row yet nothing is known but what has just come.
  const older = new Set(standing.map(({ queueId }) => queueId));
  const news = fresh.filter(({ queueId }) => !older.has(queueId));
  const facts = [...news, ...(await factsOf(tx, tenantId, [...older]))];
  const changes: DeliveryChange[] = [];
  for (const [queueId, known] of Map.groupBy(facts, (fact) => fact.queueId)) {
    const recipients = new Set(known.flatMap(({ recipient, data }) => recipient ?? data.to ?? []));
    for (const recipient of recipients) {
      const row = before.get(`${queueId} ${recipient}`) ?? null;
      const folded = foldDelivery(queueId, recipient, known);
      const messageId = folded.messageId ?? row?.messageId ?? null;
      const toUserId = row?.toUserId ?? receiverOf(recipient) ?? null;
      changes.push({ before: row, after: { ...folded, messageId, toUserId } });
    }
  }
  await writeDeliveries(
    tx,
    tenantId,
    changes.map(({ after }) => after),
  );
  return changes;
}

async function factsOf(tx: Transaction, tenantId: string, queueIds: string[]): Promise<MailFact[]> {
  if (queueIds.length === 0) return [];
  const ofMessages = and(eq(deliveryEvents.tenantId, tenantId), inArray(deliveryEvents.queueId, queueIds));
  const rows = await tx.select().from(deliveryEvents).where(ofMessages);
  return rows.map((row) => {
    const { queueId, recipient, occurredAt: at } = row;
    return { queueId, recipient, at, type: row.type as FactType, data: row.data as FactData };
  });
}
