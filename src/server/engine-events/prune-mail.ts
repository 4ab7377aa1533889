import { and, eq, gt, inArray, like, lt, or } from "drizzle-orm";
import { deliveries, deliveryEvents } from "../../../db/schema";
import { inScope } from "../../../db/transaction";
import type { Services } from "../services";
import { ownPrefix } from "./store-own";

const dayMs = 86_400_000;
/** What became of mail is asked for within days; a quarter of a year is enough for the slowest dispute. */
export const mailKeptMs = 90 * dayMs;
/** Sign-ins and arrivals are kept only so that none counts twice, and the mail server repeats itself for minutes. */
const ownKeptMs = 2 * dayMs;
const batch = 1000;

/** Forgets the history of mail, and mail itself as it is shown, after ninety days, and what counted for mailboxes after two. */
export async function pruneMail(services: Services): Promise<void> {
  const before = (ms: number) => new Date(services.now().getTime() - ms);
  const { occurredAt, queueId } = deliveryEvents;
  const isOwn = or(like(queueId, `${ownPrefix.user}%`), like(queueId, `${ownPrefix.group}%`));
  // Those that an outage left over go with the rest in the end: so no run looks through a quarter of a year.
  const recent = and(gt(occurredAt, before(2 * ownKeptMs)), lt(occurredAt, before(ownKeptMs)), isOwn);
  await pruneRows(services, deliveryEvents, recent);
  await pruneRows(services, deliveryEvents, lt(occurredAt, before(mailKeptMs)));
  await pruneRows(services, deliveries, lt(deliveries.queuedAt, before(mailKeptMs)));
}

async function pruneRows(
  { db }: Services,
  table: typeof deliveryEvents | typeof deliveries,
  isOver: ReturnType<typeof and>,
): Promise<void> {
  for (let found = batch; found === batch;) {
    const rows = await inScope(db, { sweep: true }, (tx) =>
      tx.select({ id: table.id, tenantId: table.tenantId }).from(table).where(isOver).limit(batch),
    );
    found = rows.length;
    for (const [tenantId, own] of Map.groupBy(rows, (row) => row.tenantId)) {
      const ids = own.map(({ id }) => id);
      const these = and(eq(table.tenantId, tenantId), inArray(table.id, ids));
      await inScope(db, { tenantId }, (tx) => tx.delete(table).where(these));
    }
  }
}
