import { inScope } from "../../../../../db/transaction";
import { systemContext } from "~/server/context";
import type { Services } from "~/server/services";
import { applyMailUser } from "../apply-mail-user";
import { applyStop } from "./apply-stop";
import { findSign } from "./find-sign";
import { pauseSending } from "./pause-sending";
import { readFigures } from "./read-figures";

/**
 * Looks at mailbox users of one tenant who have just sent, or whose mail has just bounced, and pauses those who send as if somebody else had their
 * mailbox. The mail server hears of it at once; if it does not answer, the job that was left brings it there.
 */
export async function watchSending(services: Services, tenantId: string, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  const figures = await inScope(services.db, { tenantId }, (tx) => readFigures(tx, userIds, services.now()));
  const ctx = systemContext(services, { job: "guard" }, tenantId);
  for (const user of figures) {
    const found = user.isPaused ? null : findSign(user);
    if (!found) continue;
    await pauseSending(ctx, user.id, found);
    services.log.warn("a mailbox may not send until somebody has looked", {
      ...{ tenant_id: tenantId, user_id: user.id, action: "guard.pause", result: found.sign },
    });
    const userId = user.id;
    await Promise.all([applyStop(ctx, { userId }), applyMailUser(ctx, { userId })]).catch((error: unknown) =>
      services.log.warn("the mail server has not heard of a pause yet", { tenant_id: tenantId, error }),
    );
  }
}
