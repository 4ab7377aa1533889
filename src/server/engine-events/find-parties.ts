import { inArray, sql } from "drizzle-orm";
import { groups, mailUsers } from "../../../db/schema";
import { inScope } from "../../../db/transaction";
import type { Services } from "../services";

/** Whom an address or an account of the mail server belongs to. */
export type Party = { tenantId: string; domainId: string; mailUserId: string | null; groupId: string | null };
export type Parties = { byAddress: Map<string, Party>; byAccount: Map<string, Party> };

type Asked = { address: string; local: string; base: string; domain: string };
type Found = {
  address: string;
  tenant_id: string;
  domain_id: string;
  mail_user_id: string | null;
  group_id: string | null;
};

function asked(address: string): Asked {
  const at = address.lastIndexOf("@");
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  return { address, local, domain, base: local.replace(/(?<=.)\+.*$/, "") };
}

/**
 * Finds out for all tenants at once who holds each address, also with a tag (`ana+shop@`) and under a domain's other name, and who each
 * account is. An address of a domain here that nobody holds is its tenant's; one of no domain here is left out.
 */
export async function findParties(
  { db }: Pick<Services, "db">,
  addresses: readonly string[],
  accountIds: readonly string[],
): Promise<Parties> {
  const list = JSON.stringify(addresses.map(asked));
  return inScope(db, { sweep: true }, async (tx) => {
    const rows = await tx.execute<Found>(sql`
      select asked.address, d.tenant_id, coalesce(u.domain_id, d.id) as domain_id, u.id as mail_user_id,
        case when held.holder = 'group' then held.holder_id end as group_id
      from jsonb_to_recordset(${list}::text::jsonb) as asked(address text, local text, base text, domain text)
      join domains d on d.name = asked.domain and d.proven_at is not null
      left join domains home on home.id = d.alias_of_id
      left join lateral (
        select a.holder, a.holder_id from addresses a
        where a.tenant_id = d.tenant_id and a.address in
          (asked.local || '@' || coalesce(home.name, d.name), asked.base || '@' || coalesce(home.name, d.name))
        order by length(a.address) desc limit 1
      ) held on true
      left join aliases al on held.holder = 'alias' and al.id = held.holder_id
      left join mail_users u on u.id = case when held.holder = 'alias' then al.mail_user_id else held.holder_id end`);
    const byAddress = new Map(
      rows.map((row) => [
        row.address,
        {
          ...{ tenantId: row.tenant_id, domainId: row.domain_id },
          ...{ mailUserId: row.mail_user_id, groupId: row.group_id },
        },
      ]),
    );
    if (accountIds.length === 0) return { byAddress, byAccount: new Map() };
    const { id, tenantId, domainId, engineId } = mailUsers;
    const users = await tx
      .select({ id, tenantId, domainId, engineId })
      .from(mailUsers)
      .where(inArray(engineId, [...accountIds]));
    const shared = await tx
      .select({ id: groups.id, tenantId: groups.tenantId, domainId: groups.domainId, engineId: groups.engineId })
      .from(groups)
      .where(inArray(groups.engineId, [...accountIds]));
    const byAccount = new Map<string, Party>([
      ...shared.map((row) => [row.engineId!, { ...row, mailUserId: null, groupId: row.id }] as const),
      ...users.map((row) => [row.engineId!, { ...row, mailUserId: row.id, groupId: null }] as const),
    ]);
    return { byAddress, byAccount };
  });
}
