import { sql } from "drizzle-orm";
import { mailboxPreferences } from "../../../../../db/schema";
import type { MailboxCtx } from "~/server/context";
import { MailPreferences, type SetMailPreferences } from "../../schema/preferences";

/** Changes what is given and answers with how all of it stands. Two tabs that change different things at once lose nothing. */
export async function setPreferences(ctx: MailboxCtx, changes: SetMailPreferences): Promise<MailPreferences> {
  const { tenantId } = ctx;
  const { mailUserId } = ctx.actor;
  const [row] = await ctx.tx((tx) =>
    tx
      .insert(mailboxPreferences)
      .values({ tenantId, mailUserId, data: changes })
      .onConflictDoUpdate({
        target: [mailboxPreferences.tenantId, mailboxPreferences.mailUserId],
        set: { data: sql`${mailboxPreferences.data} || excluded.data` },
      })
      .returning({ data: mailboxPreferences.data }),
  );
  return MailPreferences.strip().parse(row!.data);
}
