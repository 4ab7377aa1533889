import { and, eq, isNotNull, ne } from "drizzle-orm";
import { domains } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { enqueue } from "../../../../jobs/enqueue";
import { type Ctx, systemContext } from "~/server/context";
import type { DomainRow } from "./domain-subject";

/**
 * Takes back what a run has made in the engine of a domain that was given up meanwhile. Where somebody else has proven the name by now, theirs stays and is
 * made as it should be once more: a late run may have put other keys there. Rejects with `EngineError`.
 */
export async function undoDomain(ctx: Ctx, { id, name }: Pick<DomainRow, "id" | "name">): Promise<void> {
  const [holder] = await inScope(ctx.db, { lookup: name }, (tx) =>
    tx
      .select({ id: domains.id, tenantId: domains.tenantId, revision: domains.revision })
      .from(domains)
      .where(and(eq(domains.name, name), isNotNull(domains.provenAt), ne(domains.id, id))),
  );
  if (!holder) return ctx.engine.directory.domains.remove(name);
  const { tenantId } = holder;
  await systemContext(ctx, { job: "engine.apply" }, tenantId).tx(async (tx) => {
    const row = and(eq(domains.tenantId, tenantId), eq(domains.id, holder.id));
    await tx
      .update(domains)
      .set({ revision: holder.revision + 1 })
      .where(and(row, eq(domains.revision, holder.revision)));
    const ref = { tenantId, kind: "domain", id: holder.id } as const;
    await enqueue(tx, "engine.apply", ref, { key: holder.id, runAt: ctx.now() });
  });
}
