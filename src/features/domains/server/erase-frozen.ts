import { and, eq } from "drizzle-orm";
import { domains, mailUsers } from "../../../../db/schema";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import { dropInsideAddress } from "./alerts/drop-inside-address";
import type { DomainSubject } from "./domain-subject";
import { parkedName } from "./park-name";

const batch = 100;

/** Erases a frozen domain whose time is over: its mailboxes and keys in the engine first, then its rows. Goes on where it was interrupted. Rejects with `EngineError`. */
export async function eraseFrozen(ctx: Ctx, { domain }: DomainSubject): Promise<void> {
  const { accounts, domains: engineDomains } = ctx.engine.directory;
  const name = parkedName(domain.id);
  for (;;) {
    const { addresses } = await accounts.listAddresses(name, { limit: batch });
    if (addresses.length === 0) break;
    for (const address of addresses) await accounts.remove(address);
  }
  await engineDomains.remove(name);
  const { tenantId } = ctx;
  await ctx.tx(async (tx) => {
    await tx.delete(mailUsers).where(and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.domainId, domain.id)));
    await tx.delete(domains).where(and(eq(domains.tenantId, tenantId), eq(domains.id, domain.id)));
    await dropInsideAddress(tx, ctx, domain.name);
    const subject = { type: "domain", id: domain.id } as const;
    await audit(tx, ctx, { action: "domain.erase", subject, before: { name: domain.name, state: domain.state } });
  });
}
