import { and, asc, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { domains, groups, jobs, mailUsers, tenants, users } from "../../../../db/schema";
import { forgetStray } from "~/features/auth/server/team/drop-place";
import { removeZone } from "~/features/domains/server/dns/zone-files";
import { canPublishInTrial } from "~/features/domains/server/domain-view";
import { emptyEngineDomain } from "~/features/domains/server/empty-engine-domain";
import { parkedName } from "~/features/domains/server/park-name";
import type { Ctx } from "~/server/context";

const batch = 100;

/**
 * Erases a closed tenant whose time is over: first all that the engine has of it, then its rows, and the people who belong nowhere else.
 * Whatever interrupts it, it goes on when it is called again; a tenant that is open, or has time left, it does not touch. Rejects with
 * `EngineError` when the engine does not answer.
 */
export async function eraseTenant(ctx: Ctx): Promise<void> {
  if (!(await isDue(ctx))) return;
  await eraseMailboxes(ctx);
  await eraseGroups(ctx);
  await eraseDomains(ctx);
  await eraseRows(ctx);
  ctx.log.info("a tenant was erased", { tenant_id: ctx.tenantId });
}

async function isDue(ctx: Ctx): Promise<boolean> {
  const [tenant] = await ctx.tx((tx) => tx.select().from(tenants).where(eq(tenants.id, ctx.tenantId)));
  return tenant?.state === "closed" && tenant.eraseAt !== null && tenant.eraseAt <= ctx.now();
}

/** A row goes when its account is gone: what is left says how far it came. */
async function eraseMailboxes(ctx: Ctx): Promise<void> {
  const { tenantId } = ctx;
  for (;;) {
    const some = await ctx.tx((tx) =>
      tx
        .select({ id: mailUsers.id, address: mailUsers.address })
        .from(mailUsers)
        .where(eq(mailUsers.tenantId, tenantId))
        .orderBy(asc(mailUsers.id))
        .limit(batch),
    );
    if (some.length === 0) return;
    for (const { address } of some) await ctx.engine.directory.accounts.remove(address);
    const ids = some.map(({ id }) => id);
    await ctx.tx((tx) => tx.delete(mailUsers).where(and(eq(mailUsers.tenantId, tenantId), inArray(mailUsers.id, ids))));
  }
}

async function eraseGroups({ tenantId, engine, tx: inTx }: Ctx): Promise<void> {
  const all = await inTx((tx) =>
    tx.select({ address: groups.address }).from(groups).where(eq(groups.tenantId, tenantId)),
  );
  for (const { address } of all) {
    await engine.directory.lists.remove(address);
    await engine.directory.accounts.remove(address);
  }
  await inTx((tx) => tx.delete(groups).where(eq(groups.tenantId, tenantId)));
}

async function eraseDomains(ctx: Ctx): Promise<void> {
  const { domains: engineDomains } = ctx.engine.directory;
  // No address is left by now, and names lean on each other.
  await ctx.tx((tx) => tx.update(domains).set({ aliasOfId: null }).where(eq(domains.tenantId, ctx.tenantId)));
  const isHeld = or(isNotNull(domains.provenAt), isNotNull(domains.frozenUntil));
  const { id: domainId, name: domainName, provenAt, frozenUntil } = domains;
  const held = await ctx.tx((tx) =>
    tx
      .select({ id: domainId, name: domainName, provenAt, frozenUntil })
      .from(domains)
      .where(and(eq(domains.tenantId, ctx.tenantId), isHeld)),
  );
  for (const { id, name, provenAt: isOurs, frozenUntil: isFrozen } of held) {
    // Frozen, it stands aside under a name of its own; until it does, nobody else has the old one.
    for (const known of [...(isOurs ? [name] : []), ...(isFrozen ? [parkedName(id)] : [])]) {
      await emptyEngineDomain(ctx.engine.directory, known);
      await engineDomains.remove(known);
    }
    const zone = ctx.platform.trialZone;
    if (zone && isOurs && canPublishInTrial(ctx, name)) await removeZone(zone.dataDir, name);
    await ctx.tx((tx) => tx.delete(domains).where(and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, id))));
  }
}

async function eraseRows(ctx: Ctx): Promise<void> {
  const { tenantId } = ctx;
  await ctx.tx(async (tx) => {
    const members = await tx.select({ personId: users.personId }).from(users).where(eq(users.tenantId, tenantId));
    await tx.delete(tenants).where(and(eq(tenants.id, tenantId), eq(tenants.state, "closed")));
    await tx.delete(jobs).where(and(eq(jobs.state, "pending"), sql`${jobs.payload}->>'tenantId' = ${tenantId}`));
    // In one order, so that two tenants with the same members never wait for each other.
    for (const personId of members.map((member) => member.personId).toSorted()) await forgetStray(tx, personId);
  });
}
