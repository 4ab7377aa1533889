import type { Context } from "~/server/context";
import type { Me, SignUp } from "../schema";
import { insertTenant } from "./create-tenant";
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
  await startSession(ctx, { kind: "member", ...owner }, (tx, actor) =>
    insertTenant(tx, actor, { tenantId, memberId, company, email, passwordHash }),
  );
  return {
    tenant: { id: tenantId, name: company },
    member: { id: memberId, email, name: "", role: "owner" },
    isTrial: ctx.platform.trialZone !== null,
  };
}
