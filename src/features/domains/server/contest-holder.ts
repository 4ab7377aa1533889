import { and, eq, isNotNull, lt, or, isNull } from "drizzle-orm";
import { domains } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { enqueue } from "../../../../jobs/enqueue";
import { type Ctx, systemContext } from "~/server/context";
import { applyDomain } from "./apply-domain";
import { freezeDomain } from "./freeze-domain";
import { isProofLost } from "./proof-life";

/** A holder is asked after at most so often because of somebody else. */
const askEveryMs = 10 * 60_000;

/**
 * Somebody has shown a proof for a name that another tenant holds. The holder's own proof is looked for now; once it is lost the holder is frozen
 * and the name is free. Tells whether it is; nothing else of the holder comes back. Rejects with `EngineError` when the engine does not answer.
 */
export async function contestHolder(ctx: Ctx, name: string): Promise<boolean> {
  const [holder] = await inScope(ctx.db, { lookup: name }, (tx) =>
    tx
      .select()
      .from(domains)
      .where(and(eq(domains.name, name), isNotNull(domains.provenAt))),
  );
  if (!holder) return true;
  if (holder.tenantId === ctx.tenantId) return false;
  const theirs = systemContext(ctx, { job: "dns-verification" }, holder.tenantId);
  const ref = { domainId: holder.id };
  const isLost = holder.state === "proof_lost" && isProofLost(holder, ctx.now());
  if (isLost) await freezeDomain(theirs, ref);
  // Frozen before, and not yet moved aside.
  else if (holder.state === "suspended") await applyDomain(theirs, ref);
  if (isLost || holder.state === "suspended") return true;
  const { tenantId } = holder;
  const now = ctx.now();
  const isOld = or(isNull(domains.checkedAt), lt(domains.checkedAt, new Date(now.getTime() - askEveryMs)));
  await theirs.tx(async (tx) => {
    const row = and(eq(domains.tenantId, tenantId), eq(domains.id, holder.id), eq(domains.proofMisses, 0), isOld);
    const asked = await tx.update(domains).set({ proofCheckedAt: null }).where(row).returning({ id: domains.id });
    if (asked.length > 0) await enqueue(tx, "dns-verification", { tenantId, ...ref }, { key: holder.id, runAt: now });
  });
  return false;
}
