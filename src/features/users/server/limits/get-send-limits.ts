import { AppError } from "~/lib/errors";
import type { Transaction } from "../../../../../db/client";
import { type Ctx, requireRole } from "~/server/context";
import { domainReach } from "~/server/domain-reach";
import { type SendScope, type SendWindow, sendCounters } from "~/server/plan-counter";
import type { UserRef } from "../../schema";
import type { SendUsage, UserSendLimits } from "../../schema/limits";
import { readUserCounted, usageOf } from "./read-send-usage";
import { sendLimitsOf } from "./send-limits-of";

const scopes = ["user", "domain", "tenant"] as const;

/** The scope that leaves the least of a window; the narrowest of equals. */
const bindingOf = (usage: Record<SendScope, SendUsage>, window: SendWindow): SendScope =>
  scopes.reduce((least, scope) =>
    (usage[scope][window].left ?? Infinity) < (usage[least][window].left ?? Infinity) ? scope : least,
  );

/** The limits on what a mailbox user sends, and what is left of them. The caller has looked that it may see the user. */
export async function readSendLimits(
  tx: Transaction,
  { tenantId, now }: Pick<Ctx, "tenantId" | "now">,
  userId: string,
): Promise<(UserSendLimits & { domainId: string }) | null> {
  const at = now();
  const [limits, counted] = await Promise.all([
    sendLimitsOf(tx, tenantId, userId),
    readUserCounted(tx, { tenantId, mailUserId: userId, at }),
  ]);
  if (!limits) return null;
  const { own, plan, domainId } = limits;
  const counters = sendCounters({ mailUserId: userId, domainId }, at);
  const of = (scope: SendScope) => usageOf(counters, scope, limits[scope], counted);
  const usage = { user: of("user"), domain: of("domain"), tenant: of("tenant") };
  return {
    ...{ userId, domainId, ...usage },
    own: { perHour: own.hour, perDay: own.day },
    plan: { perHour: plan.hour, perDay: plan.day },
    binding: { hour: bindingOf(usage, "hour"), day: bindingOf(usage, "day") },
  };
}

/** What a mailbox user may send, what is used of it, and which limit leaves the least. Throws `user.not_found`. */
export async function getSendLimits(ctx: Ctx, { userId }: UserRef): Promise<UserSendLimits> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  const found = await ctx.tx((tx) => readSendLimits(tx, ctx, userId));
  const reach = domainReach(ctx);
  if (!found || (reach && !reach.includes(found.domainId))) throw new AppError("user.not_found");
  const { domainId: _, ...limits } = found;
  return limits;
}
