import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { mailUsers } from "../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";

/** Throws `user.may_not_send` for a mailbox that is suspended from sending, whether or not the mail server knows of it yet. */
export async function requireMaySend(tx: Transaction, { tenantId, actor }: MailboxCtx): Promise<void> {
  const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, actor.mailUserId));
  const [user] = await tx.select({ maySend: mailUsers.maySend }).from(mailUsers).where(own);
  if (!user?.maySend) throw new AppError("user.may_not_send");
}
