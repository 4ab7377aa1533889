import { and, eq, lt } from "drizzle-orm";
import { dnsShares } from "../../db/schema";
import { inScope } from "../../db/transaction";
import type { Services } from "./services";

const batch = 200;

/** Forgets links to DNS records that have run out. */
export async function pruneShares({ db, now }: Services): Promise<void> {
  const over = await inScope(db, { sweep: true }, (tx) =>
    tx
      .select({ id: dnsShares.id, tenantId: dnsShares.tenantId })
      .from(dnsShares)
      .where(lt(dnsShares.expiresAt, now()))
      .limit(batch),
  );
  for (const { id, tenantId } of over)
    await inScope(db, { tenantId }, (tx) =>
      tx.delete(dnsShares).where(and(eq(dnsShares.tenantId, tenantId), eq(dnsShares.id, id))),
    );
}
