import { and, asc, eq, sql } from "drizzle-orm";
import { mailboxPreferences, mailLabels, mailUsers } from "../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { MailMe } from "../schema";
import { Label } from "../schema/labels";
import { MailPreferences } from "../schema/preferences";

type MailUser = { me: MailMe; preferences: MailPreferences; labels: Label[] };

const { id, keyword, name, colour } = mailLabels;
const label = sql`json_build_object('id', ${id}, 'keyword', ${keyword}, 'name', ${name}, 'colour', ${colour})`;

/** Whose mailbox this is, their labels and how they want the webmail to be, in one statement. Throws `auth.required` when the mailbox is gone. */
export async function readMailUser(ctx: MailboxCtx): Promise<MailUser> {
  const own = and(eq(mailUsers.tenantId, ctx.tenantId), eq(mailUsers.id, ctx.actor.mailUserId));
  const [row] = await ctx.tx((tx) => {
    const labels = tx
      .select({ all: sql<unknown>`coalesce(json_agg(${label} order by ${asc(name)}), '[]')`.as("all") })
      .from(mailLabels)
      .where(and(eq(mailLabels.tenantId, mailUsers.tenantId), eq(mailLabels.mailUserId, mailUsers.id)));
    return tx
      .select({
        me: { address: mailUsers.address, displayName: mailUsers.displayName },
        data: mailboxPreferences.data,
        labels: sql<unknown>`(${labels})`,
      })
      .from(mailUsers)
      .leftJoin(
        mailboxPreferences,
        and(eq(mailboxPreferences.tenantId, mailUsers.tenantId), eq(mailboxPreferences.mailUserId, mailUsers.id)),
      )
      .where(own);
  });
  if (!row) throw new AppError("auth.required");
  return {
    me: row.me,
    labels: Label.array().parse(row.labels),
    preferences: MailPreferences.strip().parse(row.data ?? {}),
  };
}
