import { and, eq, lte } from "drizzle-orm";
import { groups } from "../../../../../db/schema";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import { windowStart } from "~/lib/delete-window";
import type { GroupSubject } from "./group-subject";

/**
 * Erases a deleted group whose time is over: with its posts in the engine, then the row with its members. The address is free afterwards. Goes on
 * where it was interrupted. Rejects with `EngineError`.
 */
export async function eraseGroup(ctx: Ctx, { id, address, domainId }: GroupSubject): Promise<void> {
  await ctx.engine.directory.lists.remove(address);
  await ctx.engine.directory.accounts.remove(address);
  await ctx.tx(async (tx) => {
    const own = and(eq(groups.tenantId, ctx.tenantId), eq(groups.id, id));
    const isDue = lte(groups.deletedAt, windowStart(ctx.now()));
    const gone = await tx.delete(groups).where(and(own, isDue)).returning({ id: groups.id });
    if (gone.length === 0) return;
    const subject = { type: "group", id } as const;
    await audit(tx, ctx, { action: "group.erase", subject, before: { address, domainId } });
  });
}
