import { and, eq, lte } from "drizzle-orm";
import { tenants } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { enqueue } from "../../../../jobs/enqueue";
import type { Services } from "~/server/services";

const batch = 50;

/** Asks for the erasure of every closed tenant whose time is over; returns how many. */
export async function sweepErasures({ db, now }: Services): Promise<number> {
  return inScope(db, { sweep: true }, async (tx) => {
    const due = await tx
      .select({ tenantId: tenants.id })
      .from(tenants)
      .where(and(eq(tenants.state, "closed"), lte(tenants.eraseAt, now())))
      .orderBy(tenants.eraseAt)
      .limit(batch);
    for (const payload of due) await enqueue(tx, "tenant.erase", payload, { key: payload.tenantId });
    return due.length;
  });
}
