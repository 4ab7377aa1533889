import { and, eq } from "drizzle-orm";
import { forwardings } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import type { UserRef } from "../../schema";
import type { ForwardingOf } from "../../schema/forwarding";
import { changeForwarding } from "./change-forwarding";

/** Passes a mailbox user's mail on to nobody any more. Throws `user.not_found`, `auth.role_too_low`, `forwarding.not_found`. */
export async function removeForwarding(ctx: Ctx, { userId }: UserRef): Promise<ForwardingOf> {
  return changeForwarding(ctx, userId, async (tx, _, row) => {
    if (!row) throw new AppError("forwarding.not_found");
    const { id, target, keepsCopy } = row;
    const own = and(eq(forwardings.tenantId, ctx.tenantId), eq(forwardings.id, id));
    // The row goes when the engine has let go of it.
    const gone = { removedAt: ctx.now(), tokenHash: null, tokenExpiresAt: null };
    await tx.update(forwardings).set(gone).where(own);
    return { action: "forwarding.remove", before: { target, keepsCopy } };
  });
}
