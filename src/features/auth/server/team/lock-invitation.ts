import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { invitations } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import { requireAppointer } from "./require-appointer";

/** An open invitation of the tenant that the actor may deal with; its row is held. Throws `invitation.not_found`, `auth.role_too_low`. */
export async function lockInvitation(tx: Transaction, ctx: Ctx, invitationId: string) {
  requireAppointer(ctx);
  const own = and(eq(invitations.tenantId, ctx.tenantId), eq(invitations.id, invitationId));
  const [row] = await tx.select().from(invitations).where(own).for("update");
  if (!row) throw new AppError("invitation.not_found");
  requireAppointer(ctx, row.role);
  return { row, own };
}
