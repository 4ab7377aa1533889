import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { aliases, groupMembers, groups, mailUsers } from "../../../../../db/schema";
import type { Transaction } from "../../../../../db/client";
import type { MailboxCtx } from "~/server/context";
import type { MailIdentity } from "../../schema/composing";

/**
 * The addresses that this mailbox may write as: its own first, then its aliases, then groups of its own domain in which it is one of the
 * named people. Belonging to a group is not enough: who speaks for it is chosen by name. One statement.
 */
export async function listIdentities(tx: Transaction, ctx: MailboxCtx): Promise<MailIdentity[]> {
  const { tenantId } = ctx;
  const me = ctx.actor.mailUserId;
  const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, me));
  const kind = (name: MailIdentity["kind"]) => sql<MailIdentity["kind"]>`${name}::text`.as("kind");
  const { address, displayName } = mailUsers;
  return tx
    .select({ email: address, name: displayName, kind: kind("own"), place: sql<number>`1`.as("place") })
    .from(mailUsers)
    .where(own)
    .unionAll(
      tx
        .select({ email: aliases.address, name: displayName, kind: kind("alias"), place: sql<number>`2`.as("place") })
        .from(aliases)
        .innerJoin(mailUsers, own!)
        .where(and(eq(aliases.tenantId, tenantId), eq(aliases.mailUserId, me), eq(aliases.isEnabled, true))),
    )
    .unionAll(
      tx
        .select({ email: groups.address, name: groups.name, kind: kind("group"), place: sql<number>`3`.as("place") })
        .from(groupMembers)
        .innerJoin(groups, and(eq(groups.id, groupMembers.groupId), isNull(groups.deletedAt)))
        .innerJoin(mailUsers, and(own, eq(mailUsers.domainId, groups.domainId)))
        .where(
          and(eq(groupMembers.tenantId, tenantId), eq(groupMembers.mailUserId, me), eq(groupMembers.mayPost, true)),
        ),
    )
    .orderBy(asc(sql`place`), asc(sql`1`))
    .then((rows) => rows.map(({ place: _, ...identity }) => identity));
}
