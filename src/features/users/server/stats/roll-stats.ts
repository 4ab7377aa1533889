import { sql } from "drizzle-orm";
import { domainStats } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import type { Services } from "~/server/services";
import { changedHours } from "./changed-hours";
import { changedStorage } from "./changed-storage";

/** Events come late, and what the queue tells later still: so many hours back is looked now and then, and so many each time. */
const openHours = { seldom: 26, always: 2 };
/** How often the long look is taken; minutes. */
const seldomMinutes = 15;
const batch = 1000;

/**
 * Adds up the mailbox users' hours to the hours of their domains, and notes once a day and whenever it moved what the mailboxes of a domain hold. What
 * may still change is added up anew each time, so running it twice, late or at once changes nothing. Returns how many rows it wrote.
 */
export async function rollStats({ db, now }: Services): Promise<number> {
  const at = now();
  const hours = at.getUTCMinutes() % seldomMinutes === 0 ? openHours.seldom : openHours.always;
  const [sums, storage] = await inScope(db, { sweep: true }, async (tx) => [
    await changedHours(tx, at, hours),
    await changedStorage(tx, at),
  ]);
  for (const [tenantId, rows] of Map.groupBy(sums, (row) => row.tenantId))
    for (let from = 0; from < rows.length; from += batch)
      await inScope(db, { tenantId }, (tx) =>
        tx
          .insert(domainStats)
          .values(rows.slice(from, from + batch))
          .onConflictDoUpdate({ target: [domainStats.domainId, domainStats.hour], set: takenOver }),
      );
  for (const [tenantId, rows] of Map.groupBy(storage, (row) => row.tenantId))
    for (let from = 0; from < rows.length; from += batch)
      await inScope(db, { tenantId }, (tx) =>
        tx
          .insert(domainStats)
          .values(rows.slice(from, from + batch))
          .onConflictDoUpdate({
            target: [domainStats.domainId, domainStats.hour],
            set: { usedBytes: sql`excluded.used_bytes` },
          }),
      );
  return sums.length + storage.length;
}

/** All but the octets, which are noted on their own. */
const takenOver = {
  ...{ sent: sql`excluded.sent`, sentOutside: sql`excluded.sent_outside`, delivered: sql`excluded.delivered` },
  ...{ bounced: sql`excluded.bounced`, received: sql`excluded.received`, spam: sql`excluded.spam` },
  ...{ signIns: sql`excluded.sign_ins`, failedSignIns: sql`excluded.failed_sign_ins` },
  activeUsers: sql`excluded.active_users`,
};
