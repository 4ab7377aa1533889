import type { UserEngine } from "~/engine/mail-engine";
import type { Ctx } from "~/server/context";
import { fileInMailbox } from "~/server/notices/file-in-mailbox";
import type { ForwardingRow } from "./forwarding-view";

/**
 * Lays a mail into the inbox that says where mail goes on to from now on. It is filed, not sent: no relay is needed for it, and the
 * forwarding itself does not carry it away. Rejects with `EngineError`.
 */
export async function tellInMailbox(
  ctx: Pick<Ctx, "platform" | "now" | "locale">,
  engine: UserEngine,
  address: string,
  { target, keepsCopy }: Pick<ForwardingRow, "target" | "keepsCopy">,
): Promise<void> {
  const { platform, locale = "en" } = ctx;
  const fields = { address, target, link: `${platform.appUrl}/mail/settings` };
  const kind = keepsCopy ? "forwarding_begun" : "forwarding_begun_away";
  await fileInMailbox(ctx, engine, { address, kind, locale, fields });
}
