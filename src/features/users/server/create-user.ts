import { requireAddressDomain } from "~/features/domains/server/addressing/require-address-domain";
import { mailUsers } from "../../../../db/schema";
import { enqueue } from "../../../../jobs/enqueue";
import { hashPassword } from "~/features/auth/server/password-hash";
import { requireStrongPassword } from "~/features/auth/server/password-strength";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { requireConfirmed } from "~/server/require-confirmed";
import type { CreateUser, MailUser } from "../schema";
import { unknownHash } from "./access/unknown-hash";
import { orAddressTaken } from "./address-taken";
import { giveRoleAddresses } from "./aliases/give-role-addresses";
import { yieldRoleAddress } from "./aliases/yield-role-address";
import { toMailUser } from "./mail-user-view";

import { requireFreeAddress } from "./require-free-address";
import { requireLocalPart } from "./require-local-part";
import { requireRoom } from "./require-room";

/**
 * Creates a mailbox user; the job that follows creates the account in the engine. The password is hashed here, once; without one nobody can sign in
 * before the user has set one. Throws `domain.not_found`, `domain.not_active`, `domain.is_alias`, `user.address_invalid`, `user.address_taken`,
 * `auth.weak_password`, `auth.not_confirmed`, `tenant.limit_reached`.
 */
export async function createUser(ctx: Ctx, input: CreateUser): Promise<MailUser> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const { tenantId } = ctx;
  const { domainId, displayName, password, quotaBytes } = input;
  const domain = await ctx.tx((tx) => requireAddressDomain(tx, ctx, domainId));
  const localPart = requireLocalPart(input.localPart, domain.name);
  const address = `${localPart}@${domain.name}`;
  if (password !== undefined) requireStrongPassword(password, [address, displayName]);
  const passwordHash = password === undefined ? unknownHash() : await hashPassword(password);
  const passwordSetAt = password === undefined ? null : ctx.now();
  const create = ctx.tx(async (tx) => {
    await requireConfirmed(tx, ctx);
    await requireAddressDomain(tx, ctx, domainId);
    await requireRoom(tx, tenantId, { users: 1, bytes: quotaBytes });
    await yieldRoleAddress(tx, ctx, address);
    await requireFreeAddress(tx, tenantId, address);
    const known = { tenantId, domainId, localPart, address, displayName, quotaBytes };
    const [created] = await tx
      .insert(mailUsers)
      .values({ ...known, passwordHash, passwordSetAt })
      .returning();
    const { id } = created!;
    await giveRoleAddresses(tx, ctx, { domainId, userId: id });
    const subject = { type: "mail_user", id } as const;
    await audit(tx, ctx, { action: "user.create", subject, after: { address, displayName, quotaBytes } });
    await enqueue(tx, "engine.apply", { tenantId, kind: "mail_user", id }, { key: id });
    return created!;
  });
  const row = await orAddressTaken(create);
  ctx.events.publish({ tenantId, topic: "user", subjectId: row.id });
  return toMailUser(row);
}
