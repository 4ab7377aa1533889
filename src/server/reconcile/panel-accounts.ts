import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import { aliases, domains, mailUsers, tenants } from "../../../db/schema";
import { localPartOf } from "~/features/domains/server/addressing/other-names";
import { engineQuotaOf, isPoolFull } from "~/features/users/server/usage/engine-quota";
import { blocksOf } from "~/features/users/server/blocks-of";
import type { ComparedAccount } from "./differences";

/** Other names that domains are known by, by the id of the domain. */
export type OtherNames = Map<string, string[]>;

/** The accounts that the engine should have of mailbox users, deleted ones too, over all tenants, by address. Needs the scope of a sweep. */
export async function readPanelAccounts(
  tx: Transaction,
  others: OtherNames,
  now: Date,
): Promise<Map<string, ComparedAccount>> {
  const held = await tx
    .select({ userId: aliases.mailUserId, address: aliases.address, domainId: aliases.domainId })
    .from(aliases)
    .where(eq(aliases.isEnabled, true));
  const byUser = Map.groupBy(held, ({ userId }) => userId);
  const rows = await tx
    .select({ user: mailUsers, tenantState: tenants.state, frozenUntil: domains.frozenUntil, isFull: isPoolFull })
    .from(mailUsers)
    .innerJoin(tenants, eq(tenants.id, mailUsers.tenantId))
    .innerJoin(domains, and(eq(domains.id, mailUsers.domainId)))
    .where(or(isNull(tenants.eraseAt), gt(tenants.eraseAt, now)));
  return new Map(
    rows.map(({ user, tenantState, frozenUntil, isFull }) => {
      const own = byUser.get(user.id) ?? [];
      const elsewhere = [user, ...own].flatMap(({ address, domainId }) =>
        (others.get(domainId) ?? []).map((name) => `${localPartOf(address)}@${name}`),
      );
      const { displayName } = user;
      const quotaBytes = engineQuotaOf(user, isFull);
      const blocks = blocksOf({ ...user, tenantState, isFrozen: frozenUntil !== null });
      const all = [...own.map(({ address }) => address), ...elsewhere];
      return [user.address, { displayName, quotaBytes, blocks, aliases: all }];
    }),
  );
}
