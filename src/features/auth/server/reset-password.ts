import { eq } from "drizzle-orm";
import { people } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { AppError } from "~/lib/errors";
import { auditPerson } from "~/server/audit-person";
import type { Context } from "~/server/context";
import { endPersonSessions, releasePersonSessions } from "~/server/end-person-sessions";
import type { ResetPassword } from "../schema/account";
import { hashPassword } from "./password-hash";
import { requireStrongPassword } from "./password-strength";
import { findPersonToken, usePersonToken } from "./person-token";
import { setPassword } from "./set-password";

/**
 * Sets a new password by a link that was mailed, and ends every session of the person. Nobody is signed in by it, so a second factor is
 * asked for as ever. Throws `auth.link_invalid`, `auth.weak_password`, `request.too_many`.
 */
export async function resetPassword(ctx: Context, { token, password }: ResetPassword): Promise<void> {
  await ctx.rateLimit("link.ip", ctx.ip);
  const link = await findPersonToken(ctx, token, "reset_password");
  const { personId } = link;
  requireStrongPassword(password, [link.email]);
  const passwordHash = await hashPassword(password);
  const ended = await inScope(ctx.db, { personId }, async (tx) => {
    await usePersonToken(tx, link);
    const [person] = await tx.select().from(people).where(eq(people.id, personId)).for("update");
    // The link proves a mailbox: it is worth nothing once another address is the person's.
    if (person?.email !== link.email) throw new AppError("auth.link_invalid");
    const sessions = await endPersonSessions(tx, personId);
    await setPassword(tx, ctx, person, passwordHash);
    await auditPerson(tx, ctx, personId, { action: "auth.reset_password", job: "reset" });
    return sessions;
  });
  await releasePersonSessions(ctx, ended);
}
