import { and, asc, eq, ne } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { aliases, mailUsers } from "../../../../db/schema";
import { touchUsers } from "~/features/domains/server/addressing/touch-users";
import type { Ctx } from "~/server/context";
import type { MailUserRow } from "./mail-user-view";

/**
 * Gives the addresses that a domain must have (`postmaster@`, `abuse@`) to its oldest other mailbox user when who had them is deleted: the world writes
 * there, whoever comes and goes. They stay where there is nobody else.
 */
export async function passOnRoles(
  tx: Transaction,
  { tenantId }: Ctx,
  { id, domainId }: Pick<MailUserRow, "id" | "domainId">,
): Promise<void> {
  const held = and(eq(aliases.tenantId, tenantId), eq(aliases.mailUserId, id), eq(aliases.isRole, true));
  const others = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.domainId, domainId), ne(mailUsers.id, id));
  const [heir] = await tx
    .select({ id: mailUsers.id })
    .from(mailUsers)
    .where(and(others, ne(mailUsers.state, "deleted")))
    .orderBy(asc(mailUsers.createdAt), asc(mailUsers.id))
    .limit(1);
  if (!heir) return;
  const moved = await tx
    .update(aliases)
    .set({ mailUserId: heir.id })
    .where(and(held, eq(aliases.domainId, domainId)))
    .returning({ id: aliases.id });
  if (moved.length > 0) await touchUsers(tx, tenantId, eq(mailUsers.id, heir.id));
}
