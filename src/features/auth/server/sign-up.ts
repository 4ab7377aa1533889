import { tenants, users } from "../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import type { Context } from "~/server/context";
import type { Me, SignUp } from "../schema";
import { hashPassword } from "./password-hash";
import { requireStrongPassword } from "./password-strength";
import { startSession } from "./start-session";

/**
 * Makes a tenant with its owner and signs the owner in. Throws `auth.weak_password`, `auth.email_taken`, `request.too_many`.
 */
export async function signUp(ctx: Context, { company, email, password }: SignUp): Promise<Me> {
  await ctx.rateLimit("sign-up.ip", ctx.ip);
  requireStrongPassword(password, [company, email]);
  const passwordHash = await hashPassword(password);
  const [tenantId, memberId] = [Bun.randomUUIDv7(), Bun.randomUUIDv7()];
  const owner = { tenantId, memberId, email, role: "owner" } as const;
  await startSession(ctx, { kind: "member", ...owner }, async (tx, actor) => {
    await tx.insert(tenants).values({ id: tenantId, name: company });
    const [made] = await tx
      .insert(users)
      .values({ id: memberId, tenantId, email, role: "owner", passwordHash })
      .onConflictDoNothing()
      .returning({ id: users.id });
    if (!made) throw new AppError("auth.email_taken", { issues: [{ path: "email", message: "auth.email_taken" }] });
    await audit(tx, actor, {
      action: "auth.sign_up",
      subject: { type: "tenant", id: tenantId },
      after: { company, email },
    });
  });
  return { tenant: { id: tenantId, name: company }, member: { id: memberId, email, name: "", role: "owner" } };
}
