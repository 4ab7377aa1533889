import { and, eq, ne, sql } from "drizzle-orm";
import { mailUsers, vacations } from "../../../../../db/schema";
import { enqueue } from "../../../../../jobs/enqueue";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import type { MailboxCtx } from "~/server/context";
import type { SetVacation, Vacation } from "../../schema/vacation";
import { readVacation } from "./get-vacation";

/** Has the mail server answer for the person, or stop that; a job brings it there. Throws `auth.required` when the mailbox is gone. */
export async function setVacation(ctx: MailboxCtx, wish: SetVacation): Promise<Vacation> {
  const { tenantId } = ctx;
  const { mailUserId } = ctx.actor;
  const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, mailUserId), ne(mailUsers.state, "deleted"));
  const answer = await ctx.tx(async (tx) => {
    const anew = { revision: sql`${mailUsers.revision} + 1`, applyError: null };
    const changed = await tx.update(mailUsers).set(anew).where(own).returning({ id: mailUsers.id });
    if (changed.length === 0) throw new AppError("auth.required");
    await tx
      .insert(vacations)
      .values({ tenantId, mailUserId, ...wish })
      .onConflictDoUpdate({ target: [vacations.tenantId, vacations.mailUserId], set: wish });
    const { isEnabled, fromDate, untilDate } = wish;
    const subject = { type: "mail_user", id: mailUserId } as const;
    await audit(tx, ctx, { action: "vacation.set", subject, after: { isEnabled, fromDate, untilDate } });
    await enqueue(tx, "engine.apply", { tenantId, kind: "mail_user", id: mailUserId }, { key: mailUserId });
    return readVacation(tx, ctx);
  });
  ctx.events.publish({ tenantId, topic: "user", subjectId: mailUserId });
  return answer;
}
