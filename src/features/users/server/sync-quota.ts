import { and, asc, eq, gt, isNotNull, ne, sql } from "drizzle-orm";
import { mailUsers } from "../../../../db/schema";
import type { Transaction } from "../../../../db/client";
import { inScope } from "../../../../db/transaction";
import type { Services } from "~/server/services";
import { crossedThreshold, emitQuota } from "~/server/webhooks/emit-quota";

/** As many as the engine answers in one call. */
const batch = 500;

/** Reads from the engine how many octets every mailbox of every tenant holds. Returns how many mailboxes it asked for. */
export async function syncQuota(services: Services): Promise<number> {
  let asked = 0;
  for (let after: string | undefined; ;) {
    const rows = await inScope(services.db, { sweep: true }, (tx) => nextBatch(tx, after));
    if (rows.length === 0) return asked;
    after = rows.at(-1)!.id;
    asked += rows.length;
    const usage = await services.engine.directory.accounts.usage(rows.map(({ engineId }) => engineId!));
    const known = rows.flatMap((row) => {
      const used = usage.get(row.engineId!);
      return used === undefined ? [] : [{ ...row, used, moved: used !== row.usedBytes }];
    });
    for (const [tenantId, users] of Map.groupBy(known, (row) => row.tenantId)) await store(services, tenantId, users);
  }
}

/** The next mailboxes that the engine has, in the order of their ids. */
export const nextBatch = (tx: Transaction, after?: string) =>
  tx
    .select({
      ...{ id: mailUsers.id, tenantId: mailUsers.tenantId },
      ...{ engineId: mailUsers.engineId, usedBytes: mailUsers.usedBytes, quotaBytes: mailUsers.quotaBytes },
    })
    .from(mailUsers)
    .where(
      and(isNotNull(mailUsers.engineId), ne(mailUsers.state, "deleted"), after ? gt(mailUsers.id, after) : undefined),
    )
    .orderBy(asc(mailUsers.id))
    .limit(batch);

async function store(
  { db, events, now }: Services,
  tenantId: string,
  users: { id: string; used: number; moved: boolean; usedBytes: number; quotaBytes: number }[],
): Promise<void> {
  const moved = users.filter((user) => user.moved);
  const found = JSON.stringify(moved.map(({ id, used }) => ({ id, used })));
  if (moved.length === 0) return;
  await inScope(db, { tenantId }, async (tx) => {
    await tx
      .update(mailUsers)
      .set({ usedBytes: sql`found.used`, usageCheckedAt: now() })
      .from(sql`jsonb_to_recordset(${found}::jsonb) as found(id uuid, used bigint)`)
      .where(and(eq(mailUsers.tenantId, tenantId), sql`${mailUsers.id} = found.id`));
    for (const { id, usedBytes, used, quotaBytes } of moved) {
      const percent = crossedThreshold(usedBytes, used, quotaBytes);
      if (percent) await emitQuota(tx, { tenantId, userId: id, usedBytes: used, percent, at: now() });
    }
  });
  events.publish({ tenantId, topic: "user" });
}
