import { and, eq, inArray, isNotNull, or } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { aliases, domains, groups, mailUsers } from "../../../../../db/schema";
import { enqueueAll } from "../../../../../jobs/enqueue-all";
import { raiseRevisions } from "./raise-revisions";
import { touchDomains } from "./touch-domains";

/**
 * Ends what hangs on a domain that is given up: mailbox users and groups that were deleted cannot be brought back any more, other mailboxes lose the aliases
 * they had there, other names of it stand for themselves again. The engine lets go of the domain once all of that is done there, too.
 */
export async function giveUpAddresses(
  tx: Transaction,
  tenantId: string,
  { id: domainId, aliasOfId }: { id: string; aliasOfId: string | null },
): Promise<void> {
  // Before any window: their jobs erase them now.
  const over = { deletedAt: new Date(0) };
  const ofUsers = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.domainId, domainId));
  await tx
    .update(mailUsers)
    .set(over)
    .where(and(ofUsers, eq(mailUsers.state, "deleted")));
  const ofGroups = and(eq(groups.tenantId, tenantId), eq(groups.domainId, domainId));
  await tx
    .update(groups)
    .set(over)
    .where(and(ofGroups, isNotNull(groups.deletedAt)));
  const gone = await tx
    .delete(aliases)
    .where(and(eq(aliases.tenantId, tenantId), eq(aliases.domainId, domainId)))
    .returning({ userId: aliases.mailUserId });
  const holders = gone.map(({ userId }) => userId);
  const concerned = aliasOfId === null ? [domainId] : [domainId, aliasOfId];
  const { userIds, groupIds } = await raiseRevisions(tx, tenantId, {
    users: or(inArray(mailUsers.domainId, concerned), inArray(mailUsers.id, holders)),
    groups: inArray(groups.domainId, concerned),
  });
  await enqueueAll(tx, "engine.apply", [
    ...userIds.map((id) => ({ payload: { tenantId, kind: "mail_user" as const, id }, key: id })),
    ...groupIds.map((id) => ({ payload: { tenantId, kind: "group" as const, id }, key: id })),
  ]);
  const others = and(eq(domains.tenantId, tenantId), eq(domains.aliasOfId, domainId));
  const freed = await tx.update(domains).set({ aliasOfId: null }).where(others).returning({ id: domains.id });
  const freedIds = freed.map(({ id }) => id);
  if (freedIds.length > 0) await touchDomains(tx, tenantId, inArray(domains.id, freedIds));
}
