import { and, eq, ne } from "drizzle-orm";
import { mailUsers } from "../../../../db/schema";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import type { MailUser, UserRef } from "../schema";
import { toMailUser } from "./mail-user-view";

/** One mailbox user of the tenant. Throws `user.not_found`, also for another tenant's. */
export async function getUser(ctx: Ctx, { userId }: UserRef): Promise<MailUser> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  const own = and(eq(mailUsers.tenantId, ctx.tenantId), eq(mailUsers.id, userId), ne(mailUsers.state, "deleted"));
  const [row] = await ctx.tx((tx) =>
    tx
      .select()
      .from(mailUsers)
      .where(and(own, withinReach(ctx, mailUsers.domainId))),
  );
  if (!row) throw new AppError("user.not_found");
  return toMailUser(row);
}
