import { eq } from "drizzle-orm";
import { people } from "../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import type { MemberCtx } from "~/server/context";
import { endPersonSessions, releasePersonSessions } from "~/server/end-person-sessions";
import type { ChangePassword } from "../schema/account";
import { moveSession } from "./move-session";
import { hashPassword, verifyPassword } from "./password-hash";
import { requireStrongPassword } from "./password-strength";
import { recordRefusal } from "./record-refusal";
import { setPassword } from "./set-password";

const wrong = () =>
  new AppError("auth.wrong_credentials", {
    issues: [{ path: "currentPassword", message: "auth.issue_password_wrong" }],
  });

/**
 * Changes the member's password, or gives one to whoever signed in without. Every other session of the person ends, whatever the
 * tenant, and this one gets new tokens. Throws `auth.wrong_credentials`, `auth.weak_password`, `request.too_many`.
 */
export async function changePassword(ctx: MemberCtx, { currentPassword, newPassword }: ChangePassword): Promise<void> {
  const { personId, sessionId, memberId } = ctx.actor;
  await ctx.rateLimit("sign-in.device", sessionId);
  const own = eq(people.id, personId);
  const [known] = await ctx.txAsPerson((tx) => tx.select().from(people).where(own));
  if (!known) throw new AppError("auth.required");
  if (known.passwordHash && !(await verifyPassword(known.passwordHash, currentPassword ?? ""))) {
    void recordRefusal(ctx, { personId });
    throw wrong();
  }
  requireStrongPassword(newPassword, [known.email, known.name], "newPassword");
  const passwordHash = await hashPassword(newPassword);
  const { ended, give } = await ctx.txAsPerson(async (tx) => {
    const [person] = await tx.select().from(people).where(own).for("update");
    // Changed by another browser since it was compared.
    if (person?.passwordHash !== known.passwordHash) throw wrong();
    const ended = await endPersonSessions(tx, personId, sessionId);
    await setPassword(tx, ctx, person, passwordHash);
    await audit(tx, ctx, { action: "auth.change_password", subject: { type: "member", id: memberId } });
    return { ended, give: await moveSession(tx, ctx) };
  });
  await give();
  await releasePersonSessions(ctx, ended);
}
