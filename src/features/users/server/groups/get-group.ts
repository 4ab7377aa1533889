import { groups } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import type { Group, GroupRef } from "../../schema/groups";
import { groupColumns, toGroup } from "./group-view";
import { ownGroup } from "./own-group";

/** One group of the tenant, also a deleted one while it can be brought back. Throws `group.not_found`, also for another tenant's. */
export async function getGroup(ctx: Ctx, { groupId }: GroupRef): Promise<Group> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  const [row] = await ctx.tx((tx) => tx.select(groupColumns).from(groups).where(ownGroup(ctx, groupId)));
  if (!row) throw new AppError("group.not_found");
  return toGroup(row);
}
