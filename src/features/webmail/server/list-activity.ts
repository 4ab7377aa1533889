import { sql } from "drizzle-orm";
import { readTrail } from "~/features/auth/server/audit/read-trail";
import { toEntries } from "~/features/auth/server/audit/to-entries";
import { isSubject } from "~/features/auth/server/audit/trail-of";
import type { MailboxCtx } from "~/server/context";
import type { AuditEntry } from "~/features/auth/schema/audit";
import type { ActivityPage, ListActivity } from "../schema";

/** Where an administrator sat is no business of the mailbox's owner; where somebody tried to sign in is. */
const withoutPlace = (entry: AuditEntry): AuditEntry =>
  entry.actor.kind === "member" || entry.actor.kind === "token" ? { ...entry, ip: "" } : entry;

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
    const entries = await toEntries(tx, tenantId, rows);
    return { entries: entries.map(withoutPlace), ...(next === undefined ? {} : { next }) };
  });
}
