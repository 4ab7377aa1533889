import { and, desc, eq, isNull } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { appPasswords } from "../../../../../db/schema";
import type { AppPassword } from "../../schema/access";

/** More than anybody has devices. */
export const maxAppPasswords = 25;

/** The app passwords of a mailbox user that were not removed, newest first; also those that are over. */
export async function appPasswordsOf(tx: Transaction, user: { id: string; tenantId: string }): Promise<AppPassword[]> {
  const own = and(eq(appPasswords.tenantId, user.tenantId), eq(appPasswords.mailUserId, user.id));
  const rows = await tx
    .select()
    .from(appPasswords)
    .where(and(own, isNull(appPasswords.revokedAt)))
    .orderBy(desc(appPasswords.id))
    .limit(maxAppPasswords);
  return rows.map(({ id, name, scope, createdAt, expiresAt }) => ({
    ...{ id, name, scope, createdAt: createdAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null },
  }));
}
