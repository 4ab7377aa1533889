import { and, eq, gt } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { people, recoveryCodes, sessions } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MemberCtx } from "~/server/context";
import { renewSessions } from "~/server/renew-sessions";
import { readFactors } from "./read-factors";

type Session = { id: string; tenantId: string };

/**
 * Call it in the transaction that took a factor away: refuses if nothing is left to sign in with; when it was the last second factor, the
 * recovery codes go with it and no session counts as one with a second factor any more. Answers with the sessions for
 * `renewPersonSessions`. Throws `auth.last_way_in`.
 */
export async function afterFactorLoss(tx: Transaction, ctx: MemberCtx): Promise<Session[]> {
  const { personId } = ctx.actor;
  const left = await readFactors(tx, personId);
  if (!left.hasPassword && left.passkeyCount === 0 && left.identityCount === 0) throw new AppError("auth.last_way_in");
  if (left.hasSecondFactor) return [];
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  const open = and(eq(sessions.personId, personId), gt(sessions.expiresAt, ctx.now()));
  return tx
    .update(sessions)
    .set({ hasSecondFactor: false })
    .where(open)
    .returning({ id: sessions.id, tenantId: sessions.tenantId });
}

/** Locks the person's row until the transaction ends: of two who take away the last two ways in, the second sees what the first has left. */
export async function lockPerson(tx: Transaction, personId: string): Promise<void> {
  await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for("update");
}

/** Has a person's sessions go on with what their rows say now, in whichever tenant. */
export function renewPersonSessions(ctx: MemberCtx, those: Session[]): void {
  for (const { id, tenantId } of those) renewSessions(ctx, tenantId, [id]);
}
