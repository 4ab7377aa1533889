import { eq } from "drizzle-orm";
import { tenants, users } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { AppError } from "~/lib/errors";
import type { Context } from "~/server/context";
import type { Me, SignIn } from "../schema";
import { verifyPassword } from "./password-hash";
import { recordRefusal } from "./record-refusal";
import { limitSignIn } from "./limit-sign-in";
import { startSession } from "./start-session";

/**
 * Signs a member in. An unknown address and a wrong password get the same answer after the same time. Throws
 * `auth.wrong_credentials`, `tenant.suspended`, `request.too_many`.
 */
export async function signIn(ctx: Context, { email, password }: SignIn): Promise<Me> {
  await limitSignIn(ctx, "member", email);
  const [member] = await inScope(ctx.db, { lookup: email }, (tx) =>
    tx.select().from(users).where(eq(users.email, email)),
  );
  if (!(await verifyPassword(member?.passwordHash ?? null, password))) {
    if (member) void recordRefusal(ctx, member.tenantId, { type: "member", id: member.id });
    throw new AppError("auth.wrong_credentials");
  }
  const { id, tenantId, name, role } = member!;
  const [tenant] = await inScope(ctx.db, { tenantId }, (tx) =>
    tx.select().from(tenants).where(eq(tenants.id, tenantId)),
  );
  if (tenant?.state !== "active") throw new AppError("tenant.suspended");
  await startSession(ctx, { kind: "member", tenantId, memberId: id, email, role });
  return {
    tenant: { id: tenantId, name: tenant.name },
    member: { id, email, name, role },
    isTrial: ctx.platform.trialZone !== null,
  };
}
