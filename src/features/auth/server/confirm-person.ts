import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { people, tenants, users } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { auditPerson } from "~/server/audit-person";
import type { Context } from "~/server/context";
import { endPersonSessions, releasePersonSessions } from "~/server/end-person-sessions";
import type { Services } from "~/server/services";
import { voidPersonTokens } from "./person-token";

/**
 * Makes an address the proven one of a person, and opens the tenants that waited for it. `tx` must see the person; afterwards it sees
 * none or the last of those tenants. Rejects with a unique violation when another person was faster (`isEmailTaken`).
 */
export async function confirmPerson(
  tx: Transaction,
  ctx: Context,
  { id: personId, email: before }: { id: string; email: string },
  email: string,
): Promise<void> {
  await tx.update(people).set({ email, emailConfirmedAt: ctx.now() }).where(eq(people.id, personId));
  await voidPersonTokens(tx, personId, "confirm_email", "change_email", "reset_password");
  await openTenants(tx, ctx, personId);
  const change = before === email ? { after: { email } } : { before: { email: before }, after: { email } };
  await auditPerson(tx, ctx, personId, { action: "auth.confirm_email", job: "confirm", ...change });
}

/** Lets tenants that a confirmed person owns send mail. */
export async function openTenants(tx: Transaction, { now }: Services, personId: string): Promise<void> {
  const waiting = await tx
    .select({ tenantId: tenants.id })
    .from(users)
    .innerJoin(tenants, eq(tenants.id, users.tenantId))
    .where(and(eq(users.personId, personId), eq(users.role, "owner"), isNull(tenants.confirmedAt)));
  for (const { tenantId } of waiting) {
    await tx.execute(sql`select set_config('app.tenant_id', ${tenantId}, true)`);
    await tx.update(tenants).set({ confirmedAt: now() }).where(eq(tenants.id, tenantId));
  }
}

/** The error by which the database says that an address has been confirmed by somebody else. */
export const isEmailTaken = (error: unknown): boolean =>
  (error as { cause?: { constraint_name?: string } })?.cause?.constraint_name === "people_confirmed_email";

/**
 * Signs out whoever else had signed up with an address that is now proven to be another's: they could not sign in again. What they
 * made is left until it is pruned, and until then can be taken over by a link that was mailed to that address.
 */
export async function endRivals(services: Services, email: string, winnerId: string): Promise<void> {
  const rivals = await inScope(services.db, { lookup: email }, (tx) =>
    tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.email, email), ne(people.id, winnerId), isNull(people.emailConfirmedAt))),
  );
  for (const { id: personId } of rivals)
    await releasePersonSessions(
      services,
      await inScope(services.db, { personId }, (tx) => endPersonSessions(tx, personId)),
    );
}
