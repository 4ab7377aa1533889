import { eq } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { tenants } from "../../db/schema";
import { AppError } from "../lib/errors";
import type { Ctx } from "./context";

/**
 * Whoever signs up may look around at once; nothing of theirs reaches other people before an owner has shown that their address is
 * theirs. Throws `auth.not_confirmed`.
 */
export async function requireConfirmed(tx: Transaction, { tenantId }: Pick<Ctx, "tenantId">): Promise<void> {
  const own = eq(tenants.id, tenantId);
  const [tenant] = await tx.select({ confirmedAt: tenants.confirmedAt }).from(tenants).where(own);
  if (!tenant?.confirmedAt) throw new AppError("auth.not_confirmed");
}
