import { and, count, eq } from "drizzle-orm";
import { groupPosts, groups } from "../../../../../db/schema";
import { findAudience } from "~/features/domains/server/alerts/find-audience";
import type { Ctx } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import type { GroupRef } from "../../schema/groups";

/** Tells by mail those who may decide how many posts wait for a group; nothing when somebody has decided about all of them. */
export async function sendHeldNotice(ctx: Ctx, { groupId }: GroupRef): Promise<void> {
  await ctx.tx(async (tx) => {
    const own = and(eq(groups.tenantId, ctx.tenantId), eq(groups.id, groupId));
    const [group] = await tx
      .select({ address: groups.address, domainId: groups.domainId, held: count(groupPosts.id) })
      .from(groups)
      .innerJoin(groupPosts, and(eq(groupPosts.groupId, groups.id), eq(groupPosts.state, "held")))
      .where(own)
      .groupBy(groups.id);
    const audience = group ? await findAudience(tx, ctx) : null;
    if (!group || !audience) return;
    const link = `${ctx.platform.appUrl}/admin/groups/${groupId}`;
    for (const { email, locale, domainIds, isConfirmed } of audience.members) {
      if (!isConfirmed || (domainIds && !domainIds.includes(group.domainId))) continue;
      const fields = { company: audience.company, group: group.address, count: String(group.held), link };
      await queueNotice(tx, ctx, { kind: "group_held", recipient: email, locale, fields, tenantId: ctx.tenantId });
    }
  });
}
