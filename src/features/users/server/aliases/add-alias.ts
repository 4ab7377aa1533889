import { and, count, eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { aliases } from "../../../../../db/schema";
import { requireAddressDomain } from "~/features/domains/server/addressing/require-address-domain";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import { requireConfirmed } from "~/server/require-confirmed";
import type { AddAlias, Alias } from "../../schema/aliases";
import { orAddressTaken } from "../address-taken";
import { changeUser } from "../change-user";
import { requireFreeAddress } from "../require-free-address";
import { requireLocalPart } from "../require-local-part";
import { requireAlias, toAlias } from "./alias-rows";
import { giveRoleAddresses } from "./give-role-addresses";
import { roleNames } from "~/features/domains/server/addressing/role-names";

/** How many other addresses one mailbox user may have. */
export const maxAliases = 100;

/**
 * Gives a mailbox user one more address, under any domain of the tenant that mail comes to. Throws `user.not_found`, `domain.not_found`,
 * `domain.not_active`, `domain.is_alias`, `user.address_invalid`, `user.address_taken`, `auth.not_confirmed`, `tenant.limit_reached`.
 */
export async function addAlias(ctx: Ctx, { userId, domainId, localPart, note, isEnabled }: AddAlias): Promise<Alias> {
  const { tenantId } = ctx;
  let aliasId = "";
  await changeUser(ctx, userId, async (_, tx) => {
    await requireConfirmed(tx, ctx);
    const { name } = await requireAddressDomain(tx, ctx, domainId);
    const address = `${requireLocalPart(localPart, name)}@${name}`;
    await requireRoomForAlias(tx, ctx, userId);
    await requireFreeAddress(tx, tenantId, address);
    const isRole = roleNames.some((role) => address.startsWith(`${role}@`));
    const alias = { tenantId, domainId, mailUserId: userId, address, note, isEnabled: isEnabled || isRole, isRole };
    const [added] = await orAddressTaken(tx.insert(aliases).values(alias).returning({ id: aliases.id }));
    aliasId = added!.id;
    await giveRoleAddresses(tx, ctx, { domainId, userId });
    return { action: "alias.add", set: {}, after: { address, note, isEnabled } };
  });
  return toAlias(await ctx.tx((tx) => requireAlias(tx, ctx, aliasId)));
}

/** The caller holds the row of the mailbox user. Throws `tenant.limit_reached`. */
export async function requireRoomForAlias(tx: Transaction, { tenantId }: Ctx, userId: string): Promise<void> {
  const own = and(eq(aliases.tenantId, tenantId), eq(aliases.mailUserId, userId), eq(aliases.isRole, false));
  const [held] = await tx.select({ count: count() }).from(aliases).where(own);
  if ((held?.count ?? 0) < maxAliases) return;
  throw new AppError("tenant.limit_reached", {
    issues: [{ path: "localPart", message: "addresses.issue_limit" }],
    max: maxAliases,
    reason: `A mailbox user may have ${maxAliases} aliases.`,
  });
}
