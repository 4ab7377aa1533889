import type { Transaction } from "../../../../db/client";
import { tenants, users } from "../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Ctx, systemContext } from "~/server/context";
import type { Services } from "~/server/services";
import type { SignUp } from "../schema";
import { hashPassword } from "./password-hash";
import { requireStrongPassword } from "./password-strength";

export type NewTenant = { tenantId: string; memberId: string; company: string; email: string; passwordHash: string };

/** Writes a tenant and its owner within the caller's transaction. Throws `auth.email_taken`. */
export async function insertTenant(tx: Transaction, ctx: Ctx, tenant: NewTenant): Promise<void> {
  const { tenantId, memberId, company, email, passwordHash } = tenant;
  await tx.insert(tenants).values({ id: tenantId, name: company });
  const [made] = await tx
    .insert(users)
    .values({ id: memberId, tenantId, email, role: "owner", passwordHash })
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (!made) throw new AppError("auth.email_taken", { issues: [{ path: "email", message: "auth.issue_email_taken" }] });
  const subject = { type: "tenant", id: tenantId } as const;
  await audit(tx, ctx, { action: "auth.sign_up", subject, after: { company, email } });
}

/** What sign-up does, without signing anybody in: for the operator's scripts. Throws `auth.weak_password`, `auth.email_taken`. */
export async function createTenant(
  services: Services,
  script: string,
  { company, email, password }: SignUp,
): Promise<Ctx> {
  requireStrongPassword(password, [company, email]);
  const passwordHash = await hashPassword(password);
  const [tenantId, memberId] = [Bun.randomUUIDv7(), Bun.randomUUIDv7()];
  const ctx = systemContext(services, { script }, tenantId);
  await ctx.tx((tx) => insertTenant(tx, ctx, { tenantId, memberId, company, email, passwordHash }));
  return ctx;
}
