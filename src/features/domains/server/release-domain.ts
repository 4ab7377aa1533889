import { and, eq } from "drizzle-orm";
import { domains, groups, mailUsers } from "../../../../db/schema";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import { withdrawKeys } from "./dkim/publish-keys";
import type { DomainSubject } from "./domain-subject";
import { engineAttempt } from "./engine-attempt";
import { moveAside } from "./move-aside";
import { engineNameOf } from "./park-name";

/**
 * Lets go of a domain that was given up. The rows of its deleted mailbox users go with it: whoever proves it next may use every address.
 * Rejects with `EngineError` after the reason was stored.
 */
export async function releaseDomain(ctx: Ctx, { domain }: DomainSubject): Promise<void> {
  await engineAttempt(ctx, domain.id, async () => {
    // Given up between its freezing and its moving aside.
    if (domain.frozenUntil && domain.provenAt) await moveAside(ctx.engine.directory, domain);
    // It refuses while anything is left there that a job of its own has to end first.
    await ctx.engine.directory.domains.remove(engineNameOf(domain));
  });
  await withdrawKeys(ctx, domain.id);
  const deleted = and(eq(mailUsers.domainId, domain.id), eq(mailUsers.state, "deleted"));
  const row = and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domain.id), eq(domains.state, "releasing"));
  await ctx.tx(async (tx) => {
    await tx.delete(mailUsers).where(and(eq(mailUsers.tenantId, ctx.tenantId), deleted));
    await tx.delete(groups).where(and(eq(groups.tenantId, ctx.tenantId), eq(groups.domainId, domain.id)));
    const gone = await tx.delete(domains).where(row).returning({ id: domains.id });
    if (gone.length === 0) return;
    const subject = { type: "domain", id: domain.id } as const;
    await audit(tx, ctx, { action: "domain.release", subject, before: { name: domain.name } });
  });
}
