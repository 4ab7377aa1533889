import { eq } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { people } from "../../../../db/schema";
import { queueNotice } from "~/server/notices/queue-notice";
import type { Services } from "~/server/services";
import { voidPersonTokens } from "./person-token";

/**
 * Writes a person's new password, makes links for another one worthless, and tells the person. `tx` must see them. The caller has
 * checked who asks, ends sessions, and audits.
 */
export async function setPassword(
  tx: Transaction,
  services: Services,
  { id, email, emailConfirmedAt, locale }: typeof people.$inferSelect,
  passwordHash: string,
): Promise<void> {
  await tx.update(people).set({ passwordHash }).where(eq(people.id, id));
  await voidPersonTokens(tx, id, "reset_password");
  const link = `${services.platform.appUrl}/forgot`;
  if (emailConfirmedAt)
    await queueNotice(tx, services, { kind: "password_changed", recipient: email, locale, fields: { link } });
}
