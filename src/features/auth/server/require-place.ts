import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { mailUsers, tenants, users } from "../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { NewSession } from "./start-session";

const refusals = { suspended: "tenant.suspended", closed: "tenant.closed" } as const;

/**
 * To be asked once the session's row is written: that row's reference holds the tenant's row, so whoever suspends the tenant or changes its
 * members has either finished before, and is seen here, or waits and then finds the session. Throws `tenant.suspended`, `tenant.closed`,
 * `user.suspended`, and `auth.required` when the member may meanwhile do other things than the session would say.
 */
export async function requirePlace(tx: Transaction, who: NewSession): Promise<void> {
  const { tenantId } = who;
  if (who.kind === "mailbox") {
    const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, who.mailUserId));
    const [user] = await tx
      .select({ state: mailUsers.state, maySignIn: mailUsers.maySignIn, tenantState: tenants.state })
      .from(mailUsers)
      .innerJoin(tenants, eq(tenants.id, mailUsers.tenantId))
      .where(own);
    const isThere = user && user.state !== "deleted" && user.tenantState === "active";
    if (!isThere || !user.maySignIn) throw new AppError("user.suspended");
    return;
  }
  const [place] = await tx
    .select({ state: tenants.state, asksForFactor: tenants.requiresSecondFactor, member: users })
    .from(tenants)
    .leftJoin(users, and(eq(users.tenantId, tenants.id), eq(users.id, who.memberId)))
    .where(eq(tenants.id, tenantId));
  if (place && place.state !== "active") throw new AppError(refusals[place.state]);
  const now = { role: place?.member?.role, domainIds: place?.member?.domainIds, asksForFactor: place?.asksForFactor };
  const { role, domainIds, asksForFactor } = who;
  if (JSON.stringify(now) !== JSON.stringify({ role, domainIds, asksForFactor })) throw new AppError("auth.required");
}
