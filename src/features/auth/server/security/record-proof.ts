import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { sessions } from "../../../../../db/schema";
import { audit } from "~/server/audit";
import type { MemberCtx } from "~/server/context";

/** Writes into the session's row that its person has just proven who they are. `renewTokens` makes it count. */
export async function recordProof(
  tx: Transaction,
  ctx: MemberCtx,
  { withSecondFactor }: { withSecondFactor: boolean },
): Promise<void> {
  const { sessionId } = ctx.actor;
  const hasSecondFactor = withSecondFactor || ctx.actor.hasSecondFactor;
  await tx
    .update(sessions)
    .set({ authenticatedAt: ctx.now(), hasSecondFactor })
    .where(and(eq(sessions.tenantId, ctx.tenantId), eq(sessions.id, sessionId)));
  await audit(tx, ctx, { action: "session.step_up", subject: { type: "session", id: sessionId } });
}
