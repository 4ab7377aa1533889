import { type Ctx, requireRole } from "~/server/context";
import type { ListSendLimits, SendLimitsPage } from "../../schema/limits";
import { domainSendLimits } from "./domain-send-limits";

/** The domains that the caller may see, by name, each with what its mailboxes may send together and have sent. */
export async function listSendLimits(ctx: Ctx, { after = "", limit }: ListSendLimits): Promise<SendLimitsPage> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  const found = await ctx.tx((tx) => domainSendLimits(tx, ctx, { after, limit: limit + 1 }));
  const page = found.slice(0, limit);
  return { domains: page, ...(found.length > limit ? { next: page.at(-1)?.domainName } : {}) };
}
