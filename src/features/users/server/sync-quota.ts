import { and, asc, eq, gt, inArray, isNotNull, ne, sql, sum } from "drizzle-orm";
import { mailUsers, tenants } from "../../../../db/schema";
import type { Transaction } from "../../../../db/client";
import { enqueueAll } from "../../../../jobs/enqueue-all";
import { inScope } from "../../../../db/transaction";
import type { Services } from "~/server/services";
import { emitQuota } from "~/server/webhooks/emit-quota";
import { askAlert } from "./usage/ask-alert";
import { noteUsage } from "./usage/note-usage";
import { quotaLevel } from "./usage/quota-level";

/** As many as the engine answers in one call. */
const batch = 500;

type Known = Awaited<ReturnType<typeof nextBatch>>[number] & { used: number };

/**
 * Reads from the engine how many octets every mailbox of every tenant holds, and warns of those that fill up: once for each of 80, 90 and
 * 100 percent, until they fell below it. Returns how many mailboxes it asked for.
 */
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
      return used === undefined ? [] : [{ ...row, used }];
    });
    const moved = known.filter(
      ({ used, usedBytes, quotaBytes, warnedPercent }) =>
        used !== usedBytes || quotaLevel(used, quotaBytes) !== warnedPercent,
    );
    for (const [tenantId, users] of Map.groupBy(moved, (row) => row.tenantId)) await store(services, tenantId, users);
  }
}

/** The next mailboxes that the engine has, in the order of their ids. */
export const nextBatch = (tx: Transaction, after?: string) =>
  tx
    .select({
      ...{ id: mailUsers.id, tenantId: mailUsers.tenantId, domainId: mailUsers.domainId },
      ...{ engineId: mailUsers.engineId, usedBytes: mailUsers.usedBytes, quotaBytes: mailUsers.quotaBytes },
      warnedPercent: mailUsers.warnedPercent,
    })
    .from(mailUsers)
    .where(
      and(isNotNull(mailUsers.engineId), ne(mailUsers.state, "deleted"), after ? gt(mailUsers.id, after) : undefined),
    )
    .orderBy(asc(mailUsers.id))
    .limit(batch);

async function store({ db, events, now }: Services, tenantId: string, users: readonly Known[]): Promise<void> {
  const at = now();
  const levels = new Map(users.map(({ id, used, quotaBytes }) => [id, quotaLevel(used, quotaBytes)]));
  const found = JSON.stringify(users.map(({ id, used }) => ({ id, used, warned: levels.get(id) })));
  await inScope(db, { tenantId }, async (tx) => {
    const pool = await poolOf(tx, tenantId);
    // Held in one order, so that two at once wait for each other; who was first has warned.
    const own = and(eq(mailUsers.tenantId, tenantId), inArray(mailUsers.id, [...levels.keys()]));
    const before = await tx
      .select({ id: mailUsers.id, warnedPercent: mailUsers.warnedPercent })
      .from(mailUsers)
      .where(own)
      .orderBy(asc(mailUsers.id))
      .for("update");
    const warned = new Map(before.map(({ id, warnedPercent }) => [id, warnedPercent]));
    await tx
      .update(mailUsers)
      .set({ usedBytes: sql`found.used`, warnedPercent: sql`found.warned`, usageCheckedAt: at })
      .from(sql`jsonb_to_recordset(${found}::text::jsonb) as found(id uuid, used bigint, warned int)`)
      .where(and(eq(mailUsers.tenantId, tenantId), sql`${mailUsers.id} = found.id`));
    await noteUsage(tx, { tenantId, at }, users);
    const risen = users.filter(({ id }) => levels.get(id)! > (warned.get(id) ?? 100));
    for (const { id, used } of risen) {
      const percent = levels.get(id);
      if (percent) await emitQuota(tx, { tenantId, userId: id, usedBytes: used, percent, at });
    }
    await enqueueAll(
      tx,
      "quota.warn",
      risen.map(({ id }) => ({ payload: { tenantId, userId: id }, key: id })),
    );
    const after = pool && (await poolOf(tx, tenantId));
    const hasGrown = pool && after && quotaLevel(after.used, pool.max) > quotaLevel(pool.used, pool.max);
    if (risen.length > 0 || hasGrown) await askAlert(tx, tenantId, at);
    // What each mailbox may grow to depends on whether the pool is full.
    if (pool && after && pool.used >= pool.max !== after.used >= pool.max) await touchAll(tx, tenantId);
  });
  events.publish({ tenantId, topic: "user" });
}

/** What all mailboxes of a tenant hold together, where that is what counts; octets. */
async function poolOf(tx: Transaction, tenantId: string): Promise<{ used: number; max: number } | null> {
  const own = and(eq(tenants.id, tenantId), eq(tenants.storageMode, "pooled"));
  const [tenant] = await tx.select({ max: tenants.maxStorageBytes }).from(tenants).where(own);
  if (!tenant) return null;
  const kept = and(eq(mailUsers.tenantId, tenantId), ne(mailUsers.state, "deleted"));
  const [held] = await tx
    .select({ used: sum(mailUsers.usedBytes).mapWith(Number) })
    .from(mailUsers)
    .where(kept);
  return { used: held?.used ?? 0, max: tenant.max };
}

/** Has all mailboxes of a tenant brought to the engine anew. */
async function touchAll(tx: Transaction, tenantId: string): Promise<void> {
  const touched = await tx
    .update(mailUsers)
    .set({ revision: sql`${mailUsers.revision} + 1`, applyError: null })
    .where(and(eq(mailUsers.tenantId, tenantId), ne(mailUsers.state, "deleted")))
    .returning({ id: mailUsers.id });
  const jobs = touched.map(({ id }) => ({ payload: { tenantId, kind: "mail_user" as const, id }, key: id }));
  await enqueueAll(tx, "engine.apply", jobs);
}
