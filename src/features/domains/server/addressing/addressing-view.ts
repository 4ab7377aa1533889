import { and, eq, exists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Transaction } from "../../../../../db/client";
import { addresses, aliases, domains, groups, mailUsers } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { DomainAddressing } from "../../schema/addressing";
import { livingAddresses } from "./resolve-holders";
import { roleNames } from "./role-names";

/** As many other names one domain may have. */
export const maxOtherNames = 20;

const main = alias(domains, "main");
const other = alias(domains, "other");

const of = (table: typeof mailUsers | typeof groups | typeof aliases) =>
  and(eq(table.tenantId, domains.tenantId), eq(table.domainId, domains.id));

/** Whether the domain of a query has addresses beyond the ones that every domain must have; deleted mailboxes and groups hold theirs. */
const hasAddresses = (tx: Transaction) =>
  or(
    exists(tx.select({ id: mailUsers.id }).from(mailUsers).where(of(mailUsers))),
    exists(tx.select({ id: groups.id }).from(groups).where(of(groups))),
    exists(
      tx
        .select({ id: aliases.id })
        .from(aliases)
        .where(and(of(aliases), eq(aliases.isRole, false))),
    ),
  );

const roleList = sql.join(
  roleNames.map((role) => sql`${role} || '@' || ${domains.name}`),
  sql`, `,
);
/** Who gets the mail to `postmaster@` and `abuse@`: by alias, or as a mailbox or group of that name. */
const roleHolders = sql<{ address: string; holder: string | null; state: string | null }[] | null>`(
  select json_agg(json_build_object('address', a.address, 'holder', u.address, 'state', u.state))
  from ${addresses} a left join ${aliases} al on al.id = a.holder_id left join ${mailUsers} u on u.id = al.mail_user_id
  where a.tenant_id = ${domains.tenantId} and a.address in (${roleList}))`;

const otherNames = sql<{ id: string; name: string }[] | null>`(
  select json_agg(json_build_object('id', ${other.id}, 'name', ${other.name}) order by ${other.name})
  from ${domains} as "other" where ${other.tenantId} = ${domains.tenantId} and ${other.aliasOfId} = ${domains.id})`;

/** What a member sees of what becomes of mail to a domain, in one query. Throws `domain.not_found`. */
export async function viewAddressing(tx: Transaction, tenantId: string, domainId: string): Promise<DomainAddressing> {
  const caught = livingAddresses(tx, tenantId, eq(addresses.address, domains.catchAll));
  const [row] = await tx
    .select({
      ...{ name: domains.name, catchAll: domains.catchAll, subAddressing: domains.subAddressing },
      ...{ mainId: main.id, mainName: main.name, otherNames, roleHolders },
      isCaught: sql<boolean>`${exists(caught)}`,
      hasAddresses: sql<boolean>`${hasAddresses(tx)}`,
    })
    .from(domains)
    .leftJoin(main, eq(main.id, domains.aliasOfId))
    .where(and(eq(domains.tenantId, tenantId), eq(domains.id, domainId)));
  if (!row) throw new AppError("domain.not_found");
  const { mainId, mainName, catchAll } = row;
  const roles = roleNames.map((role) => {
    const address = `${role}@${row.name}`;
    const held = row.roleHolders?.find((one) => one.address === address);
    return { address, holder: held && held.state !== "deleted" ? (held.holder ?? address) : null };
  });
  return {
    ...{ domainId, catchAll, isCatchAllGone: catchAll !== null && !row.isCaught, subAddressing: row.subAddressing },
    aliasOf: mainId && mainName ? { id: mainId, name: mainName } : null,
    ...{ otherNames: row.otherNames ?? [], hasAddresses: row.hasAddresses, roles: mainId ? [] : roles },
  };
}
