import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { aliases, groupMembers, groups, mailUsers } from "../../../../../db/schema";
import { raiseRevisions } from "./raise-revisions";

type Moved = { id: string; aliasOfId: string | null; name: string };

/**
 * Has every address of a domain lie under another name, of mailbox users, aliases and groups. New revisions fence off jobs that know the old addresses, also
 * of mailbox users and groups elsewhere that lead here: their mail must never reach whoever has the name next. No jobs: the domain moves first, and
 * the sweep finds the rest. Returns the ids of the domain's mailbox users.
 */
export async function moveAddresses(tx: Transaction, tenantId: string, domain: Moved): Promise<string[]> {
  const { id: domainId, aliasOfId, name } = domain;
  const people = await tx
    .update(mailUsers)
    .set({ address: sql`${mailUsers.localPart} || '@' || ${name}` })
    .where(and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.domainId, domainId)))
    .returning({ id: mailUsers.id });
  const moved = await tx
    .update(aliases)
    .set({ address: sql`split_part(${aliases.address}, '@', 1) || '@' || ${name}` })
    .where(and(eq(aliases.tenantId, tenantId), eq(aliases.domainId, domainId)))
    .returning({ userId: aliases.mailUserId });
  await tx
    .update(groups)
    .set({ address: sql`split_part(${groups.address}, '@', 1) || '@' || ${name}` })
    .where(and(eq(groups.tenantId, tenantId), eq(groups.domainId, domainId)));
  const holders = moved.map(({ userId }) => userId);
  const withMembers = tx
    .select({ id: groupMembers.groupId })
    .from(groupMembers)
    .innerJoin(mailUsers, eq(mailUsers.id, groupMembers.mailUserId))
    .where(and(eq(groupMembers.tenantId, tenantId), eq(mailUsers.domainId, domainId)));
  // Under this name, where it is another one of a domain, that domain's addresses work too.
  const concerned = aliasOfId === null ? [domainId] : [domainId, aliasOfId];
  await raiseRevisions(tx, tenantId, {
    users: or(inArray(mailUsers.domainId, concerned), inArray(mailUsers.id, holders)),
    groups: or(inArray(groups.domainId, concerned), inArray(groups.id, withMembers)),
  });
  return people.map(({ id }) => id);
}
