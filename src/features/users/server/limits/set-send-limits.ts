import { eq } from "drizzle-orm";
import { tenants } from "../../../../../db/schema";
import { enqueue } from "../../../../../jobs/enqueue";
import type { Ctx } from "~/server/context";
import type { SetUserSendLimits, UserSendLimits } from "../../schema/limits";
import { changeUser } from "../change-user";
import { getSendLimits } from "./get-send-limits";
import { requireWithinPlan } from "./require-within-plan";

/**
 * Sets to how many recipients a mailbox user may send within an hour and a day, at most what the plan allows one; null is what the plan says.
 * Throws `user.not_found`, `tenant.limit_reached` with an issue for the field.
 */
export async function setSendLimits(ctx: Ctx, { userId, perHour, perDay }: SetUserSendLimits): Promise<UserSendLimits> {
  const { tenantId } = ctx;
  await changeUser(ctx, userId, async (user, tx) => {
    const before = { maxRecipientsPerHour: user.maxRecipientsPerHour, maxRecipientsPerDay: user.maxRecipientsPerDay };
    const set = { maxRecipientsPerHour: perHour, maxRecipientsPerDay: perDay };
    if (Bun.deepEquals(before, set)) return null;
    const [plan] = await tx
      .select({ perHour: tenants.maxUserRecipientsPerHour, perDay: tenants.maxUserRecipientsPerDay })
      .from(tenants)
      .where(eq(tenants.id, tenantId));
    requireWithinPlan({ perHour, perDay }, plan ?? { perHour: 0, perDay: 0 });
    return {
      ...{ action: "user.set_send_limits", set, before, after: set, staysHere: true },
      also: (change) => enqueue(change, "limits.apply", { tenantId, domainId: user.domainId }, { key: user.domainId }),
    };
  });
  return getSendLimits(ctx, { userId });
}
