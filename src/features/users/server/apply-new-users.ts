import { and, asc, desc, eq, gt, inArray, isNull, lt, ne, or, sql } from "drizzle-orm";
import { aliases, domains, jobs, mailUsers, tenants } from "../../../../db/schema";
import { localPartOf, otherNames } from "~/features/domains/server/addressing/other-names";
import { enqueue } from "../../../../jobs/enqueue";
import { enqueueAll } from "../../../../jobs/enqueue-all";
import type { Ctx } from "~/server/context";
import { engineHashOf } from "./access/engine-hash-of";
import { blocksOf } from "./blocks-of";
import { engineQuotaOf, isPoolFull } from "./usage/engine-quota";

const atOnce = 200;
/** So many are brought there well within this time. */
const claimSeconds = 15;
/** Others get a turn after so long. */
const sliceMs = 10_000;

/** Jobs of single users that are put off for this one. */
const deferredOf = (ctx: Ctx) =>
  and(
    ...[eq(jobs.name, "engine.apply"), eq(jobs.state, "pending"), gt(jobs.runAt, sql`now()`)],
    sql`${jobs.payload}->>'tenantId' = ${ctx.tenantId}`,
  );

/** Comes again when what others took is free, should they have ended halfway. */
async function lookAgain(ctx: Ctx): Promise<void> {
  const { tenantId } = ctx;
  await ctx.tx(async (tx) => {
    const held = and(deferredOf(ctx), gt(jobs.leasedUntil, sql`now()`));
    const [last] = await tx
      .select({ until: jobs.leasedUntil })
      .from(jobs)
      .where(held)
      .orderBy(desc(jobs.leasedUntil))
      .limit(1);
    if (!last?.until) return;
    const runAt = new Date(last.until.getTime() + 1000);
    await enqueue(tx, "engine.apply.new", { tenantId }, { key: tenantId, runAt });
  });
}

/**
 * Takes waiting jobs of new users, so that nobody else does them meanwhile: they are marked, and still due at their own time should this end
 * halfway. Returns the ids of the users.
 */
async function claim(ctx: Ctx): Promise<string[]> {
  return ctx.tx(async (tx) => {
    const picked = tx
      .select({ id: jobs.id })
      .from(jobs)
      .where(and(deferredOf(ctx), or(eq(jobs.lease, 0), lt(jobs.leasedUntil, sql`now()`))))
      .limit(atOnce)
      .for("update", { skipLocked: true });
    const taken = await tx
      .update(jobs)
      .set({ lease: 1, leasedUntil: sql`now() + make_interval(secs => ${claimSeconds})` })
      .where(inArray(jobs.id, picked))
      .returning({ key: jobs.key });
    return taken.map(({ key }) => key);
  });
}

/** Gives back what was taken: the next run of this job may take it again. */
const release = (ctx: Ctx, ids: string[]) =>
  ctx.tx((tx) =>
    tx
      .update(jobs)
      .set({ lease: 0, leasedUntil: null })
      .where(and(eq(jobs.name, "engine.apply"), inArray(jobs.key, ids), eq(jobs.state, "pending"))),
  );

/** As `findMailUser` reads one: those of the tenant's users that the engine was never brought. */
async function readNew(ctx: Ctx, userIds: string[]) {
  return ctx.tx(async (tx) => {
    const isNew = and(isNull(mailUsers.engineId), eq(mailUsers.appliedRevision, 0));
    const rows = await tx
      .select({ user: mailUsers, tenantState: tenants.state, frozenUntil: domains.frozenUntil, isFull: isPoolFull })
      .from(mailUsers)
      .innerJoin(tenants, and(eq(tenants.id, mailUsers.tenantId), isNull(tenants.eraseAt)))
      .innerJoin(domains, eq(domains.id, mailUsers.domainId))
      .where(
        and(
          ...[eq(mailUsers.tenantId, ctx.tenantId), inArray(mailUsers.id, userIds)],
          ...[ne(mailUsers.state, "deleted"), isNew],
        ),
      )
      .orderBy(asc(mailUsers.id));
    const ids = rows.map(({ user }) => user.id);
    const own = and(eq(aliases.tenantId, ctx.tenantId), inArray(aliases.mailUserId, ids), eq(aliases.isEnabled, true));
    const named = ids.length === 0 ? [] : await tx.select().from(aliases).where(own).orderBy(asc(aliases.address));
    const aliasesOf = Map.groupBy(named, ({ mailUserId }) => mailUserId);
    const domainIds = new Set([...rows.map(({ user }) => user.domainId), ...named.map(({ domainId }) => domainId)]);
    const others = await otherNames(tx, ctx.tenantId, [...domainIds]);
    return rows.map(({ user, tenantState, frozenUntil, isFull }) => {
      const names = aliasesOf.get(user.id) ?? [];
      const elsewhere = [user, ...names].flatMap(({ address, domainId }) =>
        (others.get(domainId) ?? []).map((name) => `${localPartOf(address)}@${name}`),
      );
      return {
        ...{ ...user, quotaBytes: engineQuotaOf(user, isFull) },
        blocks: blocksOf({ ...user, tenantState, isFrozen: frozenUntil !== null }),
        aliases: [...names.map(({ address }) => address), ...elsewhere],
      };
    });
  });
}

/**
 * Brings new mailbox users of a tenant to the engine, many in one request. Each has a job of its own as well, which is done with them here, and which
 * does what this could not: whoever was there already, or was refused. Asks for itself again while some are left. Rejects with `EngineError`.
 */
export async function applyNewUsers(ctx: Ctx): Promise<void> {
  const started = performance.now();
  const { tenantId } = ctx;
  for (;;) {
    const ids = await claim(ctx);
    if (ids.length === 0) return lookAgain(ctx);
    const found = await readNew(ctx, ids);
    const accounts = found.map((user) => ({
      ...{ address: user.address, displayName: user.displayName, quotaBytes: user.quotaBytes },
      ...{ passwordHash: engineHashOf(user), blocks: user.blocks, aliases: user.aliases },
    }));
    const made = await ctx.engine.directory.accounts.createMany(accounts).catch(async (error: unknown) => {
      await release(ctx, ids);
      throw error;
    });
    const applied = found.flatMap(({ id, address, revision }) => {
      const engineId = made.get(address);
      return engineId === undefined ? [] : [{ id, revision, engine: engineId }];
    });
    await ctx.tx(async (tx) => {
      const settled = await tx.execute<{ id: string }>(sql`
        update ${mailUsers} set engine_id = r.engine, applied_revision = r.revision, apply_error = null, applied_at = ${ctx.now().toISOString()}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(applied)}::text::jsonb) as r(id uuid, revision int, engine text)
        where ${mailUsers.tenantId} = ${tenantId} and ${mailUsers.id} = r.id and ${mailUsers.revision} = r.revision
        returning ${mailUsers.id}`);
      const keys = settled.map(({ id }) => id);
      const waiting = and(eq(jobs.name, "engine.apply"), inArray(jobs.key, keys), eq(jobs.state, "pending"));
      if (keys.length > 0) await tx.delete(jobs).where(waiting);
      const left = found.map(({ id }) => id).filter((id) => !keys.includes(id));
      if (left.length > 0)
        await enqueueAll(
          tx,
          "engine.apply",
          left.map((id) => ({ payload: { tenantId, kind: "mail_user" as const, id }, key: id })),
        );
    });
    ctx.events.publish({ tenantId, topic: "user" });
    if (performance.now() - started < sliceMs) continue;
    await ctx.tx((tx) => enqueue(tx, "engine.apply.new", { tenantId }, { key: tenantId }));
    return;
  }
}
