import { eq } from "drizzle-orm";
import { tenants, users } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Context, systemContext } from "~/server/context";
import type { Me, SignIn } from "../schema";
import { verifyPassword } from "./password-hash";
import { startSession } from "./start-session";

/**
 * Signs a member in. An unknown address and a wrong password get the same answer after the same time. Throws
 * `auth.wrong_credentials`, `tenant.suspended`, `request.too_many`.
 */
export async function signIn(ctx: Context, { email, password }: SignIn): Promise<Me> {
  await ctx.rateLimit("sign-in.ip", ctx.ip);
  await ctx.rateLimit("sign-in.account", email);
  const [member] = await inScope(ctx.db, { lookup: email }, (tx) =>
    tx.select().from(users).where(eq(users.email, email)),
  );
  if (!(await verifyPassword(member?.passwordHash ?? null, password))) {
    // Not awaited: the answer must not take longer where there is a row to write for.
    if (member) void recordRefusal(ctx, member);
    throw new AppError("auth.wrong_credentials");
  }
  const { id, tenantId, name, role } = member!;
  const [tenant] = await inScope(ctx.db, { tenantId }, (tx) =>
    tx.select().from(tenants).where(eq(tenants.id, tenantId)),
  );
  if (tenant?.state !== "active") throw new AppError("tenant.suspended");
  await startSession(ctx, { kind: "member", tenantId, memberId: id, email, role });
  return { tenant: { id: tenantId, name: tenant.name }, member: { id, email, name, role } };
}

async function recordRefusal(ctx: Context, { id, tenantId }: { id: string; tenantId: string }): Promise<void> {
  const actor = { ...systemContext(ctx, { job: "sign-in" }, tenantId), ip: ctx.ip, requestId: ctx.requestId };
  await actor
    .tx((tx) => audit(tx, actor, { action: "auth.sign_in_refused", subject: { type: "member", id } }))
    .catch((error: unknown) => ctx.log.error("a refused sign-in was not recorded", { tenant_id: tenantId, error }));
}
