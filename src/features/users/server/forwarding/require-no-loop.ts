import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { forwardings, groupMembers } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { type Holder, resolveHolders } from "~/features/domains/server/addressing/resolve-holders";

/** Longer chains are refused: no mail should take that way. */
const longestChain = 10;

/**
 * Refuses a target from which mail would come back: the mailbox itself under whatever address, a group it belongs to, or whoever passes mail
 * on to it, over any number of stations here. Tells whether the target lies here. Chains that lead outside end there: what comes back from
 * there the engine stops. Throws `forwarding.loop`, and `address.not_found` for an address here that nobody holds, each with an issue.
 */
export async function requireNoLoop(
  tx: Transaction,
  { tenantId, userId }: { tenantId: string; userId: string },
  target: string,
): Promise<{ isInside: boolean }> {
  const loop = () => new AppError("forwarding.loop", { issues: [{ path: "target", message: "addresses.issue_loop" }] });
  const seen = new Set<string>();
  let next = [target];
  for (let hop = 0; next.length > 0; hop++) {
    const found = await resolveHolders(tx, tenantId, next);
    if (hop === 0 && found.size === 0) return { isInside: false };
    if (hop === 0 && found.get(target) === null)
      throw new AppError("address.not_found", { issues: [{ path: "target", message: "addresses.issue_nobody" }] });
    const stations = [...found.values()].filter((one) => one !== null).filter(({ id }) => !seen.has(id));
    if (hop >= longestChain || stations.some(({ id }) => id === userId)) throw loop();
    for (const { id } of stations) seen.add(id);
    const onward = await goesOnTo(tx, tenantId, stations);
    if (onward.userIds.includes(userId)) throw loop();
    next = [...onward.addresses, ...(await addressesOf(tx, tenantId, onward.userIds))];
    for (const id of onward.userIds) seen.add(id);
  }
  return { isInside: true };
}

/** Where mail goes on to from mailboxes and groups. */
async function goesOnTo(tx: Transaction, tenantId: string, stations: Holder[]) {
  const idsOf = (kind: Holder["kind"]) => stations.flatMap((one) => (one.kind === kind ? [one.id] : []));
  const [users, groups] = [idsOf("mail_user"), idsOf("group")];
  const members = groups.length
    ? await tx
        .select({ email: groupMembers.email, userId: groupMembers.mailUserId })
        .from(groupMembers)
        .where(
          and(
            eq(groupMembers.tenantId, tenantId),
            inArray(groupMembers.groupId, groups),
            eq(groupMembers.receives, true),
          ),
        )
    : [];
  return {
    addresses: [
      ...(await addressesOf(tx, tenantId, users)),
      ...members.flatMap(({ email }) => (email === null ? [] : [email])),
    ],
    userIds: members.flatMap(({ userId }) => (userId === null ? [] : [userId])),
  };
}

/** What mailbox users pass their mail on to. */
async function addressesOf(tx: Transaction, tenantId: string, userIds: string[]): Promise<string[]> {
  if (userIds.length === 0) return [];
  const own = and(eq(forwardings.tenantId, tenantId), inArray(forwardings.mailUserId, userIds));
  const rows = await tx
    .select({ target: forwardings.target })
    .from(forwardings)
    .where(and(own, isNull(forwardings.removedAt)));
  return rows.map(({ target }) => target);
}
