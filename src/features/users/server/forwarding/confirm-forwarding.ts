import { and, eq, gt, isNull } from "drizzle-orm";
import { forwardings } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { AppError } from "~/lib/errors";
import { type Context, systemContext } from "~/server/context";
import { hashToken } from "~/server/session-token";
import type { ConfirmedForwarding, ConfirmForwarding } from "../../schema/forwarding";
import { changeForwarding } from "./change-forwarding";

/**
 * Whoever reads mail at the target agrees that somebody's mail is passed on there: from now on it is. Works once, for 72 hours. Throws
 * `auth.link_invalid`, `request.too_many`.
 */
export async function confirmForwarding(ctx: Context, { token }: ConfirmForwarding): Promise<ConfirmedForwarding> {
  await ctx.rateLimit("link.ip", ctx.ip);
  const hash = hashToken(token);
  const isMeant = and(eq(forwardings.tokenHash, hash), gt(forwardings.tokenExpiresAt, ctx.now()));
  const isOpen = and(isMeant, isNull(forwardings.confirmedAt), isNull(forwardings.removedAt));
  const [found] = await inScope(ctx.db, { lookup: hash }, (tx) => tx.select().from(forwardings).where(isOpen));
  if (!found) throw new AppError("auth.link_invalid");
  const { ip, requestId } = ctx;
  const actor = { ...systemContext(ctx, { job: "forwarding.confirm" }, found.tenantId), ip, requestId };
  let confirmed: ConfirmedForwarding | undefined;
  await changeForwarding(actor, found.mailUserId, async (tx, { address }, row) => {
    if (row?.tokenHash !== hash) throw new AppError("auth.link_invalid");
    const change = { confirmedAt: ctx.now(), tokenHash: null, tokenExpiresAt: null };
    const own = and(eq(forwardings.tenantId, actor.tenantId), eq(forwardings.id, row.id));
    await tx.update(forwardings).set(change).where(own);
    confirmed = { address, target: row.target };
    return { action: "forwarding.confirm", after: { target: row.target } };
  });
  return confirmed!;
}
