import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { addresses, mailUsers } from "../../../../db/schema";
import type { TenantId } from "~/server/context";
import { addressTaken } from "./address-taken";

/**
 * Throws `user.address_taken`, with an issue for the field `path`, when somebody of the tenant holds the address; of a deleted user, who can still be
 * brought back, it says so. Says nothing of other tenants, nor of two who ask at once: that is for `orAddressTaken`.
 */
export async function requireFreeAddress(
  tx: Transaction,
  tenantId: TenantId,
  address: string,
  path = "localPart",
): Promise<void> {
  const [held] = await tx
    .select({ state: mailUsers.state })
    .from(addresses)
    .leftJoin(mailUsers, eq(mailUsers.id, addresses.holderId))
    .where(and(eq(addresses.tenantId, tenantId), eq(addresses.address, address)));
  if (held) throw addressTaken(path, `users.issue_address_${held.state === "deleted" ? "deleted" : "taken"}`);
}
