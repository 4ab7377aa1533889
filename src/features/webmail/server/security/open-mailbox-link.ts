import { and, eq, ne } from "drizzle-orm";
import { mailUsers } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { findMailboxLink } from "~/features/users/server/access/mailbox-link";
import { AppError } from "~/lib/errors";
import type { Context } from "~/server/context";
import type { MailboxLinkView, OpenMailboxLink } from "../../schema/security";

/** What a link is for; it stays usable. Throws `auth.link_invalid`, `request.too_many`. */
export async function openMailboxLink(ctx: Context, { token }: OpenMailboxLink): Promise<MailboxLinkView> {
  await ctx.rateLimit("link.ip", ctx.ip);
  const { tenantId, mailUserId, kind, email } = await findMailboxLink(ctx, token);
  const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, mailUserId), ne(mailUsers.state, "deleted"));
  const [user] = await inScope(ctx.db, { tenantId }, (tx) => tx.select().from(mailUsers).where(own));
  if (!user) throw new AppError("auth.link_invalid");
  const { address } = user;
  if (kind !== "recovery_email") return { kind: "password", isFirst: user.passwordSetAt === null, address };
  if (!email) throw new AppError("auth.link_invalid");
  return { kind: "recovery", address, email, isSignedIn: ctx.mailbox?.mailUserId === mailUserId };
}
