import { requireAddressDomain } from "~/features/domains/server/addressing/require-address-domain";
import { and, eq } from "drizzle-orm";
import { aliases } from "../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import type { MailUser, RenameUser } from "../schema";
import { orAddressTaken } from "./address-taken";
import { yieldRoleAddress } from "./aliases/yield-role-address";
import { changeUser } from "./change-user";
import { touchGroupsOf } from "./groups/touch-groups-of";
import { toMailUser } from "./mail-user-view";
import { moveCatchAll } from "./move-catch-all";

import { requireFreeAddress } from "./require-free-address";
import { requireLocalPart } from "./require-local-part";

/**
 * Gives a mailbox user another address, in the same domain or another of the tenant; mail, folders and password stay. The old address goes on as an alias
 * unless it is let go. Whoever is signed in is signed out: the address is the name they sign in with, and every open page bears the old one. Throws
 * `user.not_found`, `user.address_invalid`, `user.address_taken`, `domain.not_found`, `domain.not_active`, `domain.is_alias`,
 * `engine.unavailable` for a mailbox that the engine does not have yet.
 */
export async function renameUser(ctx: Ctx, { userId, keepsOld = true, ...wanted }: RenameUser): Promise<MailUser> {
  const { tenantId } = ctx;
  const change = changeUser(ctx, userId, async (user, tx) => {
    const from = await requireAddressDomain(tx, ctx, user.domainId);
    const to = wanted.domainId === undefined ? from : await requireAddressDomain(tx, ctx, wanted.domainId);
    const localPart = requireLocalPart(wanted.localPart, to.name);
    const address = `${localPart}@${to.name}`;
    if (address === user.address) return null;
    // It may be there under the old address without our knowing of it: then nobody would find it again.
    if (user.engineId === null)
      throw new AppError("engine.unavailable", { reason: "The mailbox is still being made: try again in a moment." });
    const own = and(eq(aliases.tenantId, tenantId), eq(aliases.mailUserId, userId));
    // What was an alias of theirs becomes the address itself.
    await tx.delete(aliases).where(and(own, eq(aliases.address, address)));
    await yieldRoleAddress(tx, ctx, address);
    await requireFreeAddress(tx, tenantId, address);
    return {
      ...{ action: "user.rename", set: { localPart, address, domainId: to.id }, endsSessions: true },
      ...{ before: { address: user.address }, after: { address, keepsOld } },
      async also(now) {
        const old = { tenantId, domainId: user.domainId, mailUserId: userId, address: user.address };
        if (keepsOld) await now.insert(aliases).values(old);
        await moveCatchAll(now, tenantId, user.address, address);
        await touchGroupsOf(now, tenantId, userId);
      },
    };
  });
  return toMailUser(await orAddressTaken(change));
}
