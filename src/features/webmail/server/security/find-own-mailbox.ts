import { and, eq, ne } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { mailUsers } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";

export type OwnMailbox = typeof mailUsers.$inferSelect;

/** The row of whoever is signed in. Throws `auth.required` when it is gone. */
export async function findOwnMailbox(tx: Transaction, ctx: MailboxCtx): Promise<OwnMailbox> {
  const [user] = await tx.select().from(mailUsers).where(ownMailbox(ctx));
  if (!user) throw new AppError("auth.required");
  return user;
}

/** Which row that is. */
export const ownMailbox = ({ tenantId, actor }: MailboxCtx) =>
  and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, actor.mailUserId), ne(mailUsers.state, "deleted"));
