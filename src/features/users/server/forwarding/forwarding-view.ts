import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { forwardings } from "../../../../../db/schema";
import type { Forwarding } from "../../schema/forwarding";
import { applicationOf, type MailUserRow } from "../mail-user-view";
import { redirectOf } from "../scripts/mail-script";

export type ForwardingRow = typeof forwardings.$inferSelect;

/** Mail goes nowhere while the target has not agreed, nor after it was taken away. */
export const isAgreed = ({ confirmedAt, removedAt }: ForwardingRow): boolean =>
  confirmedAt !== null && removedAt === null;

/** A mailbox user's forwarding, unless it was taken away. */
export async function findForwarding(
  tx: Transaction,
  tenantId: string,
  userId: string,
): Promise<ForwardingRow | undefined> {
  const own = and(eq(forwardings.tenantId, tenantId), eq(forwardings.mailUserId, userId));
  const [row] = await tx
    .select()
    .from(forwardings)
    .where(and(own, isNull(forwardings.removedAt)));
  return row;
}

/** What an admin and the user see of it. */
export function toForwarding(row: ForwardingRow, user: MailUserRow): Forwarding {
  const isThere = (user.appliedScript ?? "").includes(redirectOf(row)) === isAgreed(row);
  const application = applicationOf(user);
  return {
    ...{ target: row.target, keepsCopy: row.keepsCopy, state: row.confirmedAt ? "confirmed" : "waiting" },
    linkEndsAt: row.confirmedAt ? null : (row.tokenExpiresAt?.toISOString() ?? null),
    application: isThere ? "applied" : application === "applied" ? "pending" : application,
    waitsForSignIn: !isThere && application === "applied" && !user.maySignIn,
    createdAt: row.createdAt.toISOString(),
  };
}
