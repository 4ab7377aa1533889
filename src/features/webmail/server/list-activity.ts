import { sql } from "drizzle-orm";
import { readTrail } from "~/features/auth/server/audit/read-trail";
import { toEntries } from "~/features/auth/server/audit/to-entries";
import { isSubject } from "~/features/auth/server/audit/trail-of";
import type { MailboxCtx } from "~/server/context";
import type { ActivityPage, ListActivity } from "../schema";

/**
 * What happened to the mailbox, newest first: the sign-ins of its owner, those that were refused, and every act of a member or a program on
 * it. What one sent oneself stands in the folder of sent messages and is left out. Throws `request.invalid` for a cursor that is none.
 */
export async function listActivity(ctx: MailboxCtx, { after, limit }: ListActivity): Promise<ActivityPage> {
  const { tenantId } = ctx;
  const me = `mailbox:${ctx.actor.mailUserId}`;
  const places = [sql`actor = ${me}`, sql`${isSubject("mail_user", ctx.actor.mailUserId)} and actor <> ${me}`];
  const also = [sql`not starts_with(action, 'message.')`];
  return ctx.tx(async (tx) => {
    const { rows, next } = await readTrail(tx, { tenantId, places, also, after, limit });
    return { entries: await toEntries(tx, tenantId, rows), ...(next === undefined ? {} : { next }) };
  });
}
