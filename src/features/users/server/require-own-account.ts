import { and, eq, ne, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { groups, mailUsers } from "../../../../db/schema";
import { EngineError } from "~/engine/engine-error";
import type { Ctx } from "~/server/context";

/**
 * Before an account is found by its address alone: one that is known as somebody else's, who has given up the address here and has not moved away in
 * the engine yet, must not be taken over with all its mail. Rejects with `EngineError` `conflict`, which passes when the other was brought there.
 */
export async function requireOwnAccount(ctx: Ctx, { id, address }: { id: string; address: string }): Promise<void> {
  const present = await ctx.engine.directory.accounts.find(address);
  if (!present) return;
  const holds = (table: typeof mailUsers | typeof groups) =>
    and(eq(table.tenantId, ctx.tenantId), eq(table.engineId, present.accountId), ne(table.id, id));
  const others = await ctx.tx((tx) => {
    const user = tx
      .select({ one: sql`1` })
      .from(mailUsers)
      .where(holds(mailUsers));
    return unionAll(
      user,
      tx
        .select({ one: sql`1` })
        .from(groups)
        .where(holds(groups)),
    ).limit(1);
  });
  if (others.length > 0) throw new EngineError("conflict", "somebody else's account still has the address");
}
