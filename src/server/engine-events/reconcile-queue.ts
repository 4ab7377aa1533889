import { and, asc, gt, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { deliveries } from "../../../db/schema";
import { inScope } from "../../../db/transaction";
import type { QueuedMessage } from "~/engine/engine-directory";
import type { Services } from "../services";
import { compareQueue, seenIn } from "./compare-queue";
import { findParties, type Parties } from "./find-parties";
import type { MailFact } from "./mail-fact";
import { recordFacts } from "./record-facts";

/** As many as the mail server answers in one call. */
const batch = 500;
/** Word of what is younger is just on its way. */
const youngMs = 60_000;
/** Messages of the queue that are looked through for such as no event told of: what is due first, so what has waited long comes round. */
const longestLook = 10_000;

type Found = { tenantId: string; fact: MailFact };

/**
 * Brings mail under way up to date with the mail server's queue, for all tenants: events are lost when nobody listens for five minutes or the
 * mail server stops. What left the queue without a word is said to have done just that.
 */
export async function reconcileQueue(services: Services): Promise<void> {
  for (let after: { queuedAt: Date; id: string } | undefined; ;) {
    const open = await openDeliveries(services, after);
    if (open.length === 0) break;
    after = open.at(-1);
    const ids = [...new Set(open.map(({ queueId }) => queueId))];
    const queued = new Map((await services.engine.directory.queue.get(ids)).map((one) => [one.queueId, one]));
    const at = services.now();
    const found = open.flatMap((row): Found[] => {
      const fact = compareQueue(row, queued.get(row.queueId), at);
      return fact ? [{ tenantId: row.tenantId, fact }] : [];
    });
    await record(services, found);
  }
  await adoptUnknown(services);
}

const openDeliveries = ({ db, now }: Services, after: { queuedAt: Date; id: string } | undefined) =>
  inScope(db, { sweep: true }, (tx) =>
    tx
      .select()
      .from(deliveries)
      .where(
        and(
          ...[isNull(deliveries.settledAt), lt(deliveries.queuedAt, new Date(now().getTime() - youngMs))],
          after
            ? or(
                gt(deliveries.queuedAt, after.queuedAt),
                and(sql`${deliveries.queuedAt} = ${after.queuedAt.toISOString()}`, gt(deliveries.id, after.id)),
              )
            : undefined,
        ),
      )
      .orderBy(asc(deliveries.queuedAt), asc(deliveries.id))
      .limit(batch),
  );

async function record(services: Services, found: readonly Found[], parties?: Parties): Promise<void> {
  const { db, events, now } = services;
  for (const [tenantId, all] of Map.groupBy(found, (one) => one.tenantId)) {
    const facts = all.map(({ fact }) => fact);
    await inScope(db, { tenantId }, (tx) => recordFacts(tx, { tenantId, facts, parties, at: now() }));
    events.publish({ tenantId, topic: "delivery" });
  }
}

/** Mail in the queue that no event told of: it was sent while nobody listened. */
async function adoptUnknown(services: Services): Promise<void> {
  const { db, engine, now } = services;
  const oldest = now().getTime() - youngMs;
  for (let after: string | undefined, seen = 0; seen < longestLook; seen += batch) {
    const page = await engine.directory.queue.list({ limit: batch, ...(after === undefined ? {} : { after }) });
    const ids = page.messages.map(({ queueId }) => queueId);
    const known = await inScope(db, { sweep: true }, (tx) =>
      tx.selectDistinct({ queueId: deliveries.queueId }).from(deliveries).where(inArray(deliveries.queueId, ids)),
    );
    const isKnown = new Set(known.map(({ queueId }) => queueId));
    const fresh = page.messages.filter((one) => !isKnown.has(one.queueId) && Date.parse(one.createdAt) < oldest);
    if (fresh.length > 0) await adopt(services, fresh);
    if (page.next === undefined) return;
    after = page.next;
  }
}

/** Who may write any sender on an envelope has a mailbox here only if the mail leaves the platform. */
async function adopt(services: Services, messages: readonly QueuedMessage[]): Promise<void> {
  const senders = messages.map(({ sender }) => sender.toLowerCase());
  const addresses = messages.flatMap(({ recipients }) => recipients.map(({ address }) => address.toLowerCase()));
  const all = [...new Set([...senders, ...addresses])].filter((address) => address.includes("@"));
  const parties = await findParties(services, all, []);
  const at = services.now();
  const found = messages.flatMap((message) =>
    message.recipients.flatMap((recipient): Found[] => {
      const fact = seenIn(message, recipient, at);
      const [sender, receiver] = [message.sender.toLowerCase(), recipient.address.toLowerCase()];
      const [from, to] = [parties.byAddress.get(sender), parties.byAddress.get(receiver)];
      if (to) return [{ tenantId: to.tenantId, fact }];
      if (!from) return [];
      const { mailUserId } = from;
      const data = { ...fact.data, sender, ...(mailUserId ? { mailUserId } : {}) };
      return [{ tenantId: from.tenantId, fact: { ...fact, data } }];
    }),
  );
  await record(services, found, parties);
}
