import { and, count, eq, ne, sum } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { mailUsers, tenants } from "../../../../db/schema";
import { AppError } from "~/lib/errors";
import { formatBytes } from "~/lib/bytes";
import type { TenantId } from "~/server/context";

/**
 * Holds the tenant's row until the transaction ends, so that two at once cannot both take what is left, and checks that so many more
 * users and octets fit the plan. Throws `tenant.limit_reached`, with an issue for the field that asks for too much and
 * what the plan allows.
 */
export async function requireRoom(
  tx: Transaction,
  tenantId: TenantId,
  more: { users: number; bytes: number },
): Promise<void> {
  const [tenant] = await tx.select().from(tenants).where(eq(tenants.id, tenantId)).for("update");
  if (!tenant) throw new AppError("tenant.not_found");
  const [held] = await tx
    .select({ users: count(), bytes: sum(mailUsers.quotaBytes).mapWith(Number) })
    .from(mailUsers)
    .where(and(eq(mailUsers.tenantId, tenantId), ne(mailUsers.state, "deleted")));
  const refuse = (path: string, message: string, max: number, what: string) =>
    new AppError("tenant.limit_reached", { issues: [{ path, message }], max, reason: `The plan allows ${what}.` });
  if (more.users > 0 && (held?.users ?? 0) + more.users > tenant.maxMailUsers)
    throw refuse("localPart", "users.issue_limit_users", tenant.maxMailUsers, `${tenant.maxMailUsers} mailbox users`);
  if (more.bytes > 0 && (held?.bytes ?? 0) + more.bytes > tenant.maxStorageBytes)
    throw refuse(
      "quotaBytes",
      "users.issue_limit_storage",
      tenant.maxStorageBytes,
      `${formatBytes(tenant.maxStorageBytes, "en")} of storage`,
    );
}
