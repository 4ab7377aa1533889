import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { mailUsers, vacations } from "../../../../../db/schema";
import { applicationOf } from "~/features/users/server/mail-user-view";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { Vacation } from "../../schema/vacation";

const none = { isEnabled: false, fromDate: null, untilDate: null, subject: "", text: "" };

/** As the person left it; who never set one has an empty one that is off. Throws `auth.required` when the mailbox is gone. */
export async function readVacation(tx: Transaction, { tenantId, actor }: MailboxCtx): Promise<Vacation> {
  const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, actor.mailUserId));
  const [found] = await tx
    .select({ user: mailUsers, vacation: vacations })
    .from(mailUsers)
    .leftJoin(vacations, and(eq(vacations.tenantId, mailUsers.tenantId), eq(vacations.mailUserId, mailUsers.id)))
    .where(own);
  if (!found) throw new AppError("auth.required");
  const { isEnabled, fromDate, untilDate, subject, text } = found.vacation ?? none;
  return { isEnabled, fromDate, untilDate, subject, text, application: applicationOf(found.user) };
}

/** What is answered while the person is away. Throws `auth.required`. */
export const getVacation = (ctx: MailboxCtx): Promise<Vacation> => ctx.tx((tx) => readVacation(tx, ctx));
