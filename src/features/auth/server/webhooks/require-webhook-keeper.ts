import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import { domainReach } from "~/server/domain-reach";

/**
 * Webhooks hear of everything in the tenant, so whoever is held to some of its domains may not look after them. Throws
 * `auth.role_too_low`.
 */
export function requireWebhookKeeper(ctx: Ctx): void {
  requireRole(ctx, "owner", "admin");
  if (domainReach(ctx)) throw new AppError("auth.role_too_low");
}
