import { eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { tenants } from "../../../../../db/schema";

/** What a tenant is called: everybody there knows it, so it is no good in a password. */
export async function tenantNameOf(tx: Transaction, tenantId: string): Promise<string> {
  const [tenant] = await tx.select({ name: tenants.name }).from(tenants).where(eq(tenants.id, tenantId));
  return tenant?.name ?? "";
}
