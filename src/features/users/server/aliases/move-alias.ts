import { and, eq, inArray, ne } from "drizzle-orm";
import { aliases, mailUsers } from "../../../../../db/schema";
import { touchUsers } from "~/features/domains/server/addressing/touch-users";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import type { Alias, MoveAlias } from "../../schema/aliases";
import { changeUser } from "../change-user";
import { requireRoomForAlias } from "./add-alias";
import { requireAlias, toAlias } from "./alias-rows";

/**
 * Gives an alias to another mailbox user: mail that comes from now on is theirs, what came before stays where it is. Throws
 * `alias.not_found`, `user.not_found`, `tenant.limit_reached`.
 */
export async function moveAlias(ctx: Ctx, { aliasId, userId }: MoveAlias): Promise<Alias> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const { tenantId } = ctx;
  await ctx.tx((tx) => requireAlias(tx, ctx, aliasId));
  await changeUser(ctx, userId, async (_, tx) => {
    const { alias, user } = await requireAlias(tx, ctx, aliasId);
    if (user.id === userId) return null;
    if (!alias.isRole) await requireRoomForAlias(tx, ctx, userId);
    const own = and(eq(aliases.tenantId, tenantId), eq(aliases.id, aliasId), ne(aliases.mailUserId, userId));
    const moved = await tx.update(aliases).set({ mailUserId: userId }).where(own).returning({ id: aliases.id });
    if (moved.length === 0) throw new AppError("alias.not_found");
    await touchUsers(tx, tenantId, inArray(mailUsers.id, [user.id]));
    const { address } = alias;
    return { action: "alias.move", set: {}, before: { address, userId: user.id }, after: { address, userId } };
  });
  return toAlias(await ctx.tx((tx) => requireAlias(tx, ctx, aliasId)));
}
