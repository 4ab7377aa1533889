import { and, inArray, isNotNull } from "drizzle-orm";
import { deliveries } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import type { Services } from "~/server/services";
import { watchSending } from "./watch-sending";

/** Looks at whoever sent these messages of one tenant, by the ids they have in the mail server's queue. Never throws: what is missed here is seen with the next message. */
export async function watchMail(services: Services, tenantId: string, queueIds: readonly string[]): Promise<void> {
  try {
    const rows = await inScope(services.db, { tenantId }, (tx) =>
      tx
        .selectDistinct({ id: deliveries.mailUserId })
        .from(deliveries)
        .where(and(inArray(deliveries.queueId, [...new Set(queueIds)]), isNotNull(deliveries.mailUserId))),
    );
    await watchSending(
      services,
      tenantId,
      rows.flatMap(({ id }) => id ?? []),
    );
  } catch (error) {
    services.log.error("it was not looked at how mailboxes send", { tenant_id: tenantId, action: "guard", error });
  }
}
