import { type Ctx, requireRole } from "~/server/context";
import type { TenantStorage } from "../../schema/usage";
import { storageOf } from "./storage-of";

/** What all mailboxes of the tenant hold together, and what the plan has. */
export async function getTenantStorage(ctx: Ctx): Promise<TenantStorage> {
  requireRole(ctx, "owner", "admin", "viewer");
  return ctx.tx((tx) => storageOf(tx, ctx.tenantId));
}
