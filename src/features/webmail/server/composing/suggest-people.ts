import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import type { MailboxCtx } from "~/server/context";
import type { SuggestedPerson, SuggestPeople } from "../../schema/composing";

const most = 8;
/** What stands before a word in a name or an address; the line break is between the two in what is searched. */
const before = [" ", "\n", ".", "-", String.raw`\_`, "+", "@", '"', "(", "'"];

type Row = { name: string; email: string; kind: SuggestedPerson["kind"] };

/**
 * Whom somebody may mean who typed the beginning of a word of a name or an address: those whom they wrote to, the most and the latest
 * first, then mailbox users, aliases and groups of the own tenant. At most eight, each address once, one statement.
 */
export async function suggestPeople(ctx: MailboxCtx, { text }: SuggestPeople): Promise<SuggestedPerson[]> {
  const rows = await ctx.tx((tx) => find(tx, ctx, text.toLowerCase()));
  return rows.map(({ name, email, kind }) => ({ name: name || null, email, kind }));
}

function find(tx: Transaction, ctx: MailboxCtx, text: string): Promise<Row[]> {
  const start = `${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const patterns = sql.join(
    [start, ...before.map((mark) => `%${mark}${start}`)].map((pattern) => sql`${pattern}`),
    sql`, `,
  );
  const begins = (searched: SQL) => sql`${searched} like any (array[${patterns}]::text[])`;
  const { tenantId } = ctx;
  return tx.execute<Row>(sql`
    with found as (
      select address, name, 'recent' as kind, 1 as place,
        ln(1 + times_written) - extract(epoch from ${ctx.now().toISOString()}::timestamptz - last_written_at) / 2592000 as weight
      from correspondents
      where tenant_id = ${tenantId} and mail_user_id = ${ctx.actor.mailUserId}
        and ${begins(sql`lower(address || chr(10) || name)`)}
      union all
      select address, display_name, 'user', 2, 0 from mail_users
      where tenant_id = ${tenantId} and state = 'active' and ${begins(sql`search_text`)}
      union all
      select aliases.address, display_name, 'alias', 3, 0 from aliases
      join mail_users on mail_users.tenant_id = ${tenantId} and mail_users.id = mail_user_id and state = 'active'
      where aliases.tenant_id = ${tenantId} and is_enabled and ${begins(sql`aliases.address`)}
      union all
      select address, name, 'group', 4, 0 from groups
      where tenant_id = ${tenantId} and deleted_at is null and ${begins(sql`lower(address || chr(10) || name)`)}
    )
    select address as email,
      (array_agg(name order by name = '', place desc))[1] as name,
      (array_agg(kind order by place))[1] as kind
    from found group by address
    order by min(place) = 1 desc, max(weight) desc, min(place), address
    limit ${most}
  `) as unknown as Promise<Row[]>;
}
