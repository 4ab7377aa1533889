import { and, eq } from "drizzle-orm";
import { aliases } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import type { AliasRef } from "../../schema/aliases";
import { changeUser } from "../change-user";
import { moveCatchAll } from "../move-catch-all";
import { requireAlias } from "./alias-rows";

/**
 * Takes an alias away: mail to it is refused, and the address is free at once, so that adding it again undoes this. Throws `alias.not_found`,
 * and `alias.is_role` for one that every domain must have.
 */
export async function removeAlias(ctx: Ctx, { aliasId }: AliasRef): Promise<void> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const { user } = await ctx.tx((tx) => requireAlias(tx, ctx, aliasId));
  await changeUser(ctx, user.id, async (_, tx) => {
    const { alias } = await requireAlias(tx, ctx, aliasId);
    if (alias.isRole) throw new AppError("alias.is_role");
    const { address, note, isEnabled } = alias;
    await tx.delete(aliases).where(and(eq(aliases.tenantId, ctx.tenantId), eq(aliases.id, aliasId)));
    // Mail to unknown addresses went there: whoever has the address next shall not get it unasked.
    await moveCatchAll(tx, ctx.tenantId, address, null);
    return { action: "alias.remove", set: {}, before: { address, note, isEnabled } };
  });
}
