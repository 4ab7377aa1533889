import { and, eq } from "drizzle-orm";
import { domains, groups, tenants } from "../../../../../db/schema";
import { aliasAddressesOf } from "~/features/domains/server/addressing/other-names";
import type { Ctx } from "~/server/context";
import { windowStart } from "~/lib/delete-window";
import type { GroupRow } from "./group-view";
import { membersOf, recipientsOf } from "./members-of";

/** A group with what the engine shall know beside its row. */
export type GroupSubject = GroupRow & {
  /** Addresses of today of those who get its posts. */
  recipients: string[];
  /** The same address under the other names of its domain. */
  aliases: string[];
  /** Posts may go out: the tenant is not suspended, and the domain is its own. */
  mayPass: boolean;
  /** Deleted for so long that nothing of it is kept. */
  isOver: boolean;
};

/** Nothing for a tenant whose time is over: what is about to be erased must not be made anew. */
export async function findGroup(ctx: Ctx, groupId: string): Promise<GroupSubject | undefined> {
  return ctx.tx(async (tx) => {
    const [found] = await tx
      .select({ group: groups, tenantState: tenants.state, eraseAt: tenants.eraseAt, frozenUntil: domains.frozenUntil })
      .from(groups)
      .innerJoin(tenants, eq(tenants.id, groups.tenantId))
      .innerJoin(domains, eq(domains.id, groups.domainId))
      .where(and(eq(groups.tenantId, ctx.tenantId), eq(groups.id, groupId)));
    if (!found || (found.eraseAt && found.eraseAt <= ctx.now())) return undefined;
    const { group, tenantState, frozenUntil } = found;
    const members = await membersOf(tx, ctx.tenantId, { groupId });
    return {
      ...group,
      aliases: await aliasAddressesOf(tx, group),
      recipients: recipientsOf(members, group.address),
      mayPass: tenantState === "active" && frozenUntil === null,
      isOver: group.deletedAt !== null && group.deletedAt <= windowStart(ctx.now()),
    };
  });
}
