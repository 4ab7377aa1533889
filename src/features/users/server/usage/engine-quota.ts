import { sql } from "drizzle-orm";
import { tenants } from "../../../../../db/schema";

/**
 * Whether the mailboxes of a tenant whose storage is pooled hold together as much as the plan has; for a query that reads `tenants`. Asked of nobody else: PostgreSQL adds
 * up only where it has to.
 */
export const isPoolFull = sql<boolean>`case when ${tenants.storageMode} = 'pooled' then ${tenants.maxStorageBytes} <=
  (select coalesce(sum(u.used_bytes), 0) from mail_users u where u.tenant_id = ${tenants.id} and u.state <> 'deleted') else false end`;

/** What the engine shall let a mailbox grow to, in octets: once the pool is full none grows. At least 1, since 0 means without end. */
export const engineQuotaOf = (
  { quotaBytes, usedBytes }: { quotaBytes: number; usedBytes: number },
  isFull: boolean,
): number => (isFull ? Math.max(1, Math.min(quotaBytes, usedBytes)) : quotaBytes);
