import { and, eq, lt, not, sql } from "drizzle-orm";
import { tenants, webhookDeliveries } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { enqueue } from "../../../../../jobs/enqueue";
import { hasOpenJob } from "../../../../../jobs/has-open-job";
import type { Services } from "~/server/services";

const batch = 500;
/** What is overdue by less may just be on its way. */
const graceMs = 60_000;

/** Asks again for whatever is overdue and has no job: after a tenant was suspended for a while, or when a job died. */
export async function sweepDeliveries({ db, now }: Services): Promise<void> {
  const at = now();
  const isOverdue = lt(webhookDeliveries.nextAttemptAt, new Date(at.getTime() - graceMs));
  await inScope(db, { sweep: true }, async (tx) => {
    const found = await tx
      .selectDistinct({ tenantId: webhookDeliveries.tenantId, webhookId: webhookDeliveries.webhookId })
      .from(webhookDeliveries)
      .innerJoin(tenants, eq(tenants.id, webhookDeliveries.tenantId))
      .where(
        and(
          ...[sql`${webhookDeliveries.state} = 'pending'`, isOverdue, eq(tenants.state, "active")],
          not(hasOpenJob(tx, "webhook.deliver", webhookDeliveries.webhookId)!),
        ),
      )
      .orderBy(webhookDeliveries.webhookId)
      .limit(batch);
    for (const ref of found) await enqueue(tx, "webhook.deliver", ref, { key: ref.webhookId, runAt: at });
  });
}
