import { and, eq } from "drizzle-orm";
import { mailUsers } from "../../../../db/schema";
import { enqueue } from "../../../../jobs/enqueue";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import type { MailUser, UserRef } from "../schema";
import { toMailUser } from "./mail-user-view";

/** Tries at once again to bring a mailbox user to the engine, instead of when the pause is over. Throws `user.not_found`. */
export async function retryUser(ctx: Ctx, { userId }: UserRef): Promise<MailUser> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const { tenantId } = ctx;
  const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, userId), withinReach(ctx, mailUsers.domainId));
  const row = await ctx.tx(async (tx) => {
    const [user] = await tx.select().from(mailUsers).where(own).for("update");
    if (!user) throw new AppError("user.not_found");
    if (user.appliedRevision >= user.revision) return user;
    const [waiting] = await tx.update(mailUsers).set({ applyError: null }).where(own).returning();
    const subject = { type: "mail_user", id: userId } as const;
    await audit(tx, ctx, { action: "user.retry", subject, before: { applyError: user.applyError } });
    await enqueue(tx, "engine.apply", { tenantId, kind: "mail_user", id: userId }, { key: userId });
    return waiting!;
  });
  ctx.events.publish({ tenantId, topic: "user", subjectId: userId });
  return toMailUser(row);
}
