import { desc } from "drizzle-orm";
import { notices } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { AppError } from "~/lib/errors";
import type { Context } from "~/server/context";
import { readNotice } from "~/server/notices/read-notice";
import type { KeptNotice } from "../schema/account";

const longestList = 20;

/**
 * The newest mails that the platform would have sent, with their links, for whoever tries it on their own machine. Links open accounts,
 * so anywhere but in a trial, and for anybody but its own machine, there is nothing here. Throws `request.not_found`.
 */
export async function listKeptNotices(ctx: Context): Promise<KeptNotice[]> {
  if (!ctx.platform.trialZone || ctx.mailer || !ctx.isLocal) throw new AppError("request.not_found");
  const kept = await inScope(ctx.db, { sweep: true }, (tx) =>
    tx.select().from(notices).orderBy(desc(notices.createdAt), desc(notices.id)).limit(longestList),
  );
  return kept.map((notice) => {
    const { subject, text, link } = readNotice(ctx, notice);
    const path = link?.startsWith(ctx.platform.appUrl) ? link.slice(ctx.platform.appUrl.length) : null;
    const { id, kind, recipient, createdAt } = notice;
    return { id, kind, recipient, subject, text, path, createdAt: createdAt.toISOString() };
  });
}
