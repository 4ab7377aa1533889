import { and, eq, getTableColumns, ne, type SQL } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { aliases, mailUsers } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import type { Alias } from "../../schema/aliases";
import { applicationOf } from "../mail-user-view";

/** Aliases with their holders, of this tenant and within the actor's reach; those of deleted mailbox users are left out. */
export const aliasRows = (tx: Transaction, ctx: Ctx, which: SQL | undefined) =>
  tx
    .select({ alias: getTableColumns(aliases), user: getTableColumns(mailUsers) })
    .from(aliases)
    .innerJoin(mailUsers, eq(mailUsers.id, aliases.mailUserId))
    .where(
      and(
        ...[eq(aliases.tenantId, ctx.tenantId), eq(mailUsers.tenantId, ctx.tenantId), ne(mailUsers.state, "deleted")],
        ...[withinReach(ctx, aliases.domainId), withinReach(ctx, mailUsers.domainId), which],
      ),
    )
    .$dynamic();

type Row = { alias: typeof aliases.$inferSelect; user: typeof mailUsers.$inferSelect };

/** What a member sees of an alias. */
export const toAlias = ({ alias, user }: Row): Alias => ({
  ...{ id: alias.id, domainId: alias.domainId, address: alias.address, userId: user.id, userAddress: user.address },
  ...{ note: alias.note, isEnabled: alias.isEnabled, isRole: alias.isRole, application: applicationOf(user) },
  createdAt: alias.createdAt.toISOString(),
});

/** One alias with its holder. Throws `alias.not_found`. */
export async function requireAlias(tx: Transaction, ctx: Ctx, aliasId: string): Promise<Row> {
  const [row] = await aliasRows(tx, ctx, eq(aliases.id, aliasId));
  if (!row) throw new AppError("alias.not_found");
  return row;
}
