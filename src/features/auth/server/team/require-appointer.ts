import type { MemberRole } from "../../../../../db/schema/enums";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";

/**
 * Who looks after whom: owners after everybody, admins after everybody but owners. `roles` are those that somebody has or shall have.
 * Throws `auth.role_too_low`.
 */
export function requireAppointer(ctx: Ctx, ...roles: MemberRole[]): void {
  requireRole(ctx, "owner", "admin");
  if (!roles.includes("owner")) return;
  if ("role" in ctx.actor && ctx.actor.role !== "owner") throw new AppError("auth.role_too_low");
}
