import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { mailboxNetworks, mailUsers } from "../../../../db/schema";
import type { Context } from "~/server/context";
import { wideNetworkOf } from "~/server/network-of";

/** Notes when, and from which network, a mailbox user has signed in. What is known of a network is when it was first and last seen. */
export async function recordSignIn(
  tx: Transaction,
  { now, ip }: Pick<Context, "now" | "ip">,
  { id: mailUserId, tenantId }: { id: string; tenantId: string },
): Promise<void> {
  const at = now();
  const seen = { tenantId, mailUserId, network: wideNetworkOf(ip), firstSeenAt: at, lastSeenAt: at };
  await tx
    .insert(mailboxNetworks)
    .values(seen)
    .onConflictDoUpdate({ target: [mailboxNetworks.mailUserId, mailboxNetworks.network], set: { lastSeenAt: at } });
  const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, mailUserId));
  await tx.update(mailUsers).set({ lastSignInAt: at }).where(own);
}
