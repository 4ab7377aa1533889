import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { auditLogs, webhooks } from "../../db/schema";
import { type AuditEntry, auditRowOf } from "./audit";
import type { Ctx } from "./context";
import { emitAudited } from "./webhooks/emit-audited";

/** As `audit`, for many mutations of one transaction with one statement; webhooks are asked about only where the tenant has one. */
export async function auditAll(tx: Transaction, ctx: Ctx, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.insert(auditLogs).values(entries.map((entry) => auditRowOf(ctx, entry)));
  const own = and(eq(webhooks.tenantId, ctx.tenantId), eq(webhooks.isEnabled, true));
  const listening = await tx.select({ id: webhooks.id }).from(webhooks).where(own).limit(1);
  if (listening.length > 0) for (const entry of entries) await emitAudited(tx, ctx, entry);
}
