import { eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { tenants } from "../../../../../db/schema";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import { isOutside } from "./is-outside";

/**
 * Takes the address for alerts away from a tenant when it lies inside of a domain that the tenant has lost: whoever reads mail there now is
 * somebody else.
 */
export async function dropInsideAddress(tx: Transaction, ctx: Ctx, name: string): Promise<void> {
  const own = eq(tenants.id, ctx.tenantId);
  const [tenant] = await tx.select({ email: tenants.alertEmail }).from(tenants).where(own);
  if (!tenant?.email || isOutside(tenant.email, [name])) return;
  await tx.update(tenants).set({ alertEmail: null, alertEmailConfirmedAt: null, alertTokenHash: null }).where(own);
  const subject = { type: "tenant", id: ctx.tenantId } as const;
  const change = { before: { email: tenant.email }, after: { email: null } };
  await audit(tx, ctx, { action: "tenant.set_alert_address", subject, ...change });
}
