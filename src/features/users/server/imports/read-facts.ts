import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { addresses, aliases, domains, mailUsers } from "../../../../../db/schema";
import type { DomainState } from "../../../../../db/schema/enums";
import type { Ctx } from "~/server/context";
import { domainReach } from "~/server/domain-reach";
import { type Room, roomOf } from "../usage/room-of";

/** Once a domain was active it keeps its users, whatever its records say today. */
const usable: DomainState[] = ["active", "attention", "broken"];

export type KnownUser = Pick<
  typeof mailUsers.$inferSelect,
  "id" | "domainId" | "displayName" | "quotaBytes" | "recoveryEmail" | "state"
>;
export type Holder = {
  holder: "mail_user" | "alias" | "group";
  /** Whose it is: that user, or the user of the alias. */
  userId: string | null;
  /** Set for a main address. */
  user: KnownUser | null;
  /** An alias that every domain must have: it gives way to whoever is to have that address. */
  isRole: boolean;
};
export type ImportFacts = {
  /** Domains within reach by name; `isUsable` when they may have users. */
  domains: Map<string, { id: string; isUsable: boolean }>;
  /** Who holds the addresses of the file. */
  holders: Map<string, Holder>;
  room: Room;
};

/**
 * What the lines of a file are judged by, in four statements however many they are. The domains are held for sharing, so that none is given up before
 * the users are there, and the tenant's row, so that nobody else takes the room.
 */
export async function readFacts(tx: Transaction, ctx: Ctx, wanted: readonly string[]): Promise<ImportFacts> {
  const { tenantId } = ctx;
  const own = await tx
    .select({ id: domains.id, name: domains.name, state: domains.state, aliasOfId: domains.aliasOfId })
    .from(domains)
    .where(eq(domains.tenantId, tenantId))
    .for("share");
  // In the order in which all others wait: domains first, then the tenant.
  const room = await roomOf(tx, tenantId);
  const reach = domainReach(ctx);
  const asked = sql`(select jsonb_array_elements_text(${JSON.stringify(wanted)}::text::jsonb))`;
  const held = await tx
    .select({
      ...{ address: addresses.address, holder: addresses.holder, aliasOf: aliases.mailUserId },
      isRole: aliases.isRole,
      ...{ id: mailUsers.id, domainId: mailUsers.domainId, displayName: mailUsers.displayName },
      ...{ quotaBytes: mailUsers.quotaBytes, recoveryEmail: mailUsers.recoveryEmail, state: mailUsers.state },
    })
    .from(addresses)
    .leftJoin(mailUsers, and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, addresses.holderId)))
    .leftJoin(aliases, and(eq(aliases.tenantId, tenantId), eq(aliases.id, addresses.holderId)))
    .where(and(eq(addresses.tenantId, tenantId), sql`${addresses.address} in ${asked}`));
  return {
    room,
    domains: new Map(
      own
        .filter(({ id }) => !reach || reach.includes(id))
        .map(({ id, name, state, aliasOfId }) => [
          name,
          { id, isUsable: usable.includes(state) && aliasOfId === null },
        ]),
    ),
    holders: new Map(
      held.map(({ address, holder, aliasOf, isRole, ...user }) => [
        address,
        {
          holder,
          userId: user.id ?? aliasOf,
          user: user.id === null ? null : (user as KnownUser),
          isRole: isRole === true,
        },
      ]),
    ),
  };
}
