import { and, eq, ne } from "drizzle-orm";
import { mailUsers } from "../../../../../db/schema";
import { EngineError } from "~/engine/engine-error";
import { formatBytes } from "~/lib/bytes";
import type { Ctx } from "~/server/context";
import { fileInMailbox } from "~/server/notices/file-in-mailbox";
import { queueNotice } from "~/server/notices/queue-notice";
import type { UserRef } from "../../schema";
import { withMailboxKey } from "../with-mailbox-key";
import { findLocale } from "./find-locale";

/**
 * Tells a mailbox user that the mailbox fills up, in the mailbox itself; when it is full also at the confirmed recovery address, since a full
 * one may take no more. Says what senders see meanwhile. Rejects with `EngineError` when the engine is away.
 */
export async function warnUser(ctx: Ctx, { userId }: UserRef): Promise<void> {
  const { tenantId } = ctx;
  const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, userId), ne(mailUsers.state, "deleted"));
  const [user] = await ctx.tx((tx) => tx.select().from(mailUsers).where(own));
  // It may have been emptied since.
  if (!user || user.warnedPercent === 0) return;
  const locale = await findLocale(ctx);
  const { address, warnedPercent, usedBytes, quotaBytes, recoveryEmail, engineId } = user;
  const fields = {
    ...{ address, percent: String(warnedPercent), used: formatBytes(usedBytes, locale) },
    ...{ quota: formatBytes(quotaBytes, locale), link: `${ctx.platform.appUrl}/mail` },
  };
  const kind = warnedPercent >= 100 ? "quota_full" : "quota_warning";
  if (engineId && user.maySignIn) {
    const file = withMailboxKey(ctx, { accountId: engineId, purpose: "quota" }, (engine) =>
      fileInMailbox(ctx, engine, { address, kind, locale, fields }),
    );
    // Nothing fits into a full one; all else is tried again.
    await file.catch((error: unknown) => {
      if (!(error instanceof EngineError) || warnedPercent < 100 || error.failure === "unavailable") throw error;
      ctx.log.info("a full mailbox takes no word of it", { tenant_id: tenantId, user_id: userId });
    });
  }
  if (warnedPercent < 100 || !recoveryEmail || !user.recoveryConfirmedAt) return;
  await ctx.tx((tx) => queueNotice(tx, ctx, { kind, recipient: recoveryEmail, locale, fields, tenantId }));
}
