import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { people, users } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import { type EndedSession, endSessions } from "~/server/end-sessions";

/**
 * Ends a person's place in the tenant, with its sessions, and API tokens with it. A person who then belongs nowhere is forgotten: a later
 * invitation starts anew. Call `releaseSessions` with what it returns after the commit.
 */
export async function dropPlace(
  tx: Transaction,
  ctx: Ctx,
  { memberId, personId }: { memberId: string; personId: string },
): Promise<EndedSession[]> {
  const ended = await endSessions(tx, ctx.now(), ctx.tenantId, { memberId });
  await tx.delete(users).where(and(eq(users.tenantId, ctx.tenantId), eq(users.id, memberId)));
  await forgetStray(tx, personId);
  return ended;
}

/** Deletes a person who is a member nowhere. Who joins somewhere at this moment waits for the row, and finds it gone or is seen here. */
export async function forgetStray(tx: Transaction, personId: string): Promise<boolean> {
  await tx.execute(sql`select set_config('app.person_id', ${personId}, true)`);
  const own = eq(people.id, personId);
  await tx.select({ id: people.id }).from(people).where(own).for("update");
  const [elsewhere] = await tx.select({ id: users.id }).from(users).where(eq(users.personId, personId)).limit(1);
  if (!elsewhere) await tx.delete(people).where(own);
  return !elsewhere;
}
