import { requireAddressDomain } from "~/features/domains/server/addressing/require-address-domain";
import { groups } from "../../../../../db/schema";
import { enqueue } from "../../../../../jobs/enqueue";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { requireConfirmed } from "~/server/require-confirmed";
import type { CreateGroup, Group } from "../../schema/groups";
import { orAddressTaken } from "../address-taken";
import { yieldRoleAddress } from "../aliases/yield-role-address";

import { requireFreeAddress } from "../require-free-address";
import { requireLocalPart } from "../require-local-part";
import { toGroup } from "./group-view";
import { requireGroupRoom } from "./require-group-room";

/**
 * Creates a group without members; the job that follows brings it to the engine. Throws `domain.not_found`, `domain.not_active`,
 * `domain.is_alias`, `user.address_invalid`, `user.address_taken`, `auth.not_confirmed`, `tenant.limit_reached`.
 */
export async function createGroup(ctx: Ctx, input: CreateGroup): Promise<Group> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const { tenantId } = ctx;
  const { domainId, name, note, posting, isModerated } = input;
  const create = ctx.tx(async (tx) => {
    await requireConfirmed(tx, ctx);
    const domain = await requireAddressDomain(tx, ctx, domainId);
    const address = `${requireLocalPart(input.localPart, domain.name)}@${domain.name}`;
    await requireGroupRoom(tx, tenantId);
    await yieldRoleAddress(tx, ctx, address);
    await requireFreeAddress(tx, tenantId, address);
    const values = { tenantId, domainId, address, name, note, posting, isModerated };
    const [created] = await tx.insert(groups).values(values).returning();
    const { id } = created!;
    const after = { address, name, posting, isModerated };
    await audit(tx, ctx, { action: "group.create", subject: { type: "group", id }, after });
    await enqueue(tx, "engine.apply", { tenantId, kind: "group", id }, { key: id });
    return created!;
  });
  const row = await orAddressTaken(create);
  ctx.events.publish({ tenantId, topic: "group", subjectId: row.id });
  return toGroup({ ...row, members: 0, heldPosts: 0 });
}
