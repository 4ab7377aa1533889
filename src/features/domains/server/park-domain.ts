import { and, eq } from "drizzle-orm";
import { domains } from "../../../../db/schema";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import { withdrawKeys } from "./dkim/publish-keys";
import type { DomainSubject } from "./domain-subject";
import { engineAttempt } from "./engine-attempt";
import { moveAside } from "./move-aside";

/**
 * Moves a frozen domain aside in the engine, with its mailboxes, and only then lets go of the name: whoever proves it next finds nothing of what was.
 * By id, so that a second run never moves what somebody else has made under the name. Rejects with `EngineError` after the reason was stored.
 */
export async function parkDomain(ctx: Ctx, { domain }: DomainSubject): Promise<void> {
  const { directory } = ctx.engine;
  await engineAttempt(ctx, domain.id, () => moveAside(directory, domain));
  await withdrawKeys(ctx, domain.id);
  await ctx.tx(async (tx) => {
    const row = and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domain.id), eq(domains.state, "suspended"));
    const applied = { provenAt: null, appliedRevision: domain.revision, appliedAt: ctx.now(), applyError: null };
    await tx.update(domains).set(applied).where(row);
    const subject = { type: "domain", id: domain.id } as const;
    await audit(tx, ctx, { action: "domain.park", subject, before: { name: domain.name } });
  });
}
