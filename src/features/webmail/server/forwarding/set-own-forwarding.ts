import { setForwarding } from "~/features/users/server/forwarding/set-forwarding";
import type { ChooseForwarding, ForwardingOf } from "~/features/users/schema/forwarding";
import type { MailboxCtx } from "~/server/context";
import { requireFresh } from "../security/require-fresh";

/**
 * Passes one's own mail on, for who has just proven who they are: it is the first thing that a thief of a session would do. Throws
 * `auth.reauth_required`, and what `setForwarding` throws.
 */
export async function setOwnForwarding(ctx: MailboxCtx, choice: ChooseForwarding): Promise<ForwardingOf> {
  await requireFresh(ctx);
  return setForwarding(ctx, { userId: ctx.actor.mailUserId, ...choice });
}
