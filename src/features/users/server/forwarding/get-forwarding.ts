import { and, eq, isNull, ne } from "drizzle-orm";
import { forwardings, mailUsers } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import type { UserRef } from "../../schema";
import type { ForwardingOf } from "../../schema/forwarding";
import { toForwarding } from "./forwarding-view";

/** Where a mailbox user's mail goes on to, for those who look after the mailbox, or whose it is. Throws `user.not_found`. */
export async function getForwarding(ctx: Ctx, { userId }: UserRef): Promise<ForwardingOf> {
  const isOwn = ctx.actor.kind === "mailbox" && ctx.actor.mailUserId === userId;
  if (!isOwn) requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  const own = and(eq(mailUsers.tenantId, ctx.tenantId), eq(mailUsers.id, userId), ne(mailUsers.state, "deleted"));
  const isTheirs = and(eq(forwardings.mailUserId, mailUsers.id), isNull(forwardings.removedAt));
  const [found] = await ctx.tx((tx) =>
    tx
      .select({ user: mailUsers, forwarding: forwardings })
      .from(mailUsers)
      .leftJoin(forwardings, isTheirs)
      .where(and(own, withinReach(ctx, mailUsers.domainId))),
  );
  if (!found) throw new AppError("user.not_found");
  return { forwarding: found.forwarding && toForwarding(found.forwarding, found.user) };
}
