import type { MemberCtx } from "~/server/context";
import { beginVisit } from "./begin-visit";

/**
 * Sends a member to a provider whose account becomes one more way in: the address to go to. Throws `request.not_found`,
 * `request.too_many`, `service.unavailable`.
 */
export async function beginLink(ctx: MemberCtx, { provider }: { provider: string }): Promise<{ url: string }> {
  return { url: String(await beginVisit(ctx, { provider, next: null, linkTo: ctx.actor.personId })) };
}
