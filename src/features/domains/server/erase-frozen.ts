import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { aliases, domains, groups, mailUsers } from "../../../../db/schema";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import { raiseRevisions } from "./addressing/raise-revisions";
import { dropInsideAddress } from "./alerts/drop-inside-address";
import type { DomainSubject } from "./domain-subject";
import { emptyEngineDomain } from "./empty-engine-domain";
import { parkedName } from "./park-name";

/**
 * Erases a frozen domain whose time is over: its mailboxes, groups and keys in the engine first, then its rows. Goes on where it was interrupted. Rejects with
 * `EngineError`, also as long as a mailbox elsewhere has an alias there.
 */
export async function eraseFrozen(ctx: Ctx, { domain }: DomainSubject): Promise<void> {
  const { directory } = ctx.engine;
  const name = parkedName(domain.id);
  await dropAliases(ctx, domain.id);
  await emptyEngineDomain(directory, name);
  await directory.domains.remove(name);
  const { tenantId } = ctx;
  await ctx.tx(async (tx) => {
    await tx.delete(mailUsers).where(and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.domainId, domain.id)));
    await tx.delete(groups).where(and(eq(groups.tenantId, tenantId), eq(groups.domainId, domain.id)));
    const others = and(eq(domains.tenantId, tenantId), eq(domains.aliasOfId, domain.id));
    await tx.update(domains).set({ aliasOfId: null }).where(others);
    await tx.delete(domains).where(and(eq(domains.tenantId, tenantId), eq(domains.id, domain.id)));
    await dropInsideAddress(tx, ctx, domain.name);
    const subject = { type: "domain", id: domain.id } as const;
    await audit(tx, ctx, { action: "domain.erase", subject, before: { name: domain.name, state: domain.state } });
  });
}

async function dropAliases({ tenantId, tx: inTx }: Ctx, domainId: string): Promise<void> {
  await inTx(async (tx) => {
    const gone = await tx
      .delete(aliases)
      .where(and(eq(aliases.tenantId, tenantId), eq(aliases.domainId, domainId)))
      .returning({ userId: aliases.mailUserId });
    const holders = gone.map(({ userId }) => userId);
    const elsewhere = and(inArray(mailUsers.id, holders), ne(mailUsers.domainId, domainId));
    await raiseRevisions(tx, tenantId, { users: elsewhere, groups: sql`false` });
  });
}
