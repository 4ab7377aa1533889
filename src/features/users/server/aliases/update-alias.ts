import { and, eq } from "drizzle-orm";
import { aliases } from "../../../../../db/schema";
import { touchCatching } from "~/features/domains/server/addressing/touch-domains";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import type { Alias, UpdateAlias } from "../../schema/aliases";
import { changeUser } from "../change-user";
import { requireAlias, toAlias } from "./alias-rows";

/**
 * Changes the note on an alias, or switches it off or on: while it is off, mail to it is refused, and nobody else gets the address. An address
 * that every domain must have stays on. Throws `alias.not_found`, `alias.is_role`.
 */
export async function updateAlias(ctx: Ctx, { aliasId, ...given }: UpdateAlias): Promise<Alias> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const { user } = await ctx.tx((tx) => requireAlias(tx, ctx, aliasId));
  await changeUser(ctx, user.id, async (_, tx) => {
    const { alias } = await requireAlias(tx, ctx, aliasId);
    const { address, note, isEnabled } = alias;
    const set = { note: given.note ?? note, isEnabled: given.isEnabled ?? isEnabled };
    const isSwitched = set.isEnabled !== isEnabled;
    if (set.note === note && !isSwitched) return null;
    if (alias.isRole && !set.isEnabled) throw new AppError("alias.is_role");
    await tx
      .update(aliases)
      .set(set)
      .where(and(eq(aliases.tenantId, ctx.tenantId), eq(aliases.id, aliasId)));
    if (isSwitched) await touchCatching(tx, ctx.tenantId, address);
    const change = { before: { address, note, isEnabled }, after: { address, ...set } };
    return { action: "alias.update", set: {}, ...change };
  });
  return toAlias(await ctx.tx((tx) => requireAlias(tx, ctx, aliasId)));
}
