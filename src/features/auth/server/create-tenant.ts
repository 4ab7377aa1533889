import type { Transaction } from "../../../../db/client";
import { people, tenants, users } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Ctx, systemContext } from "~/server/context";
import type { Services } from "~/server/services";
import type { SignUp } from "../schema";
import { findPerson } from "./find-person";
import { hashPassword } from "./password-hash";
import { requireStrongPassword } from "./password-strength";

export type NewTenant = {
  tenantId: string;
  memberId: string;
  personId: string;
  company: string;
  /** When its owner's address was confirmed, if it was. */
  confirmedAt: Date | null;
};

/** Writes a tenant with a person, who is there already, as its owner. `tx` must see both. */
export async function insertTenant(tx: Transaction, ctx: Ctx, tenant: NewTenant): Promise<void> {
  const { tenantId, memberId, personId, company, confirmedAt } = tenant;
  await tx.insert(tenants).values({ id: tenantId, name: company, confirmedAt });
  await tx.insert(users).values({ id: memberId, tenantId, personId, role: "owner" });
  await audit(tx, ctx, { action: "auth.sign_up", subject: { type: "tenant", id: tenantId }, after: { company } });
}

/**
 * What sign-up does, without signing anybody in, for the operator's scripts: the operator vouches for the address. Throws
 * `auth.weak_password`, `auth.email_taken`.
 */
export async function createTenant(
  services: Services,
  script: string,
  { company, email, password }: SignUp,
): Promise<Ctx> {
  requireStrongPassword(password, [company, email]);
  const passwordHash = await hashPassword(password);
  if ((await findPerson(services, email))?.emailConfirmedAt)
    throw new AppError("auth.email_taken", { issues: [{ path: "email", message: "auth.issue_email_taken" }] });
  const [tenantId, memberId, personId] = [Bun.randomUUIDv7(), Bun.randomUUIDv7(), Bun.randomUUIDv7()];
  const ctx = systemContext(services, { script }, tenantId);
  const confirmedAt = services.now();
  await inScope(services.db, { tenantId, personId }, async (tx) => {
    await tx.insert(people).values({ id: personId, email, passwordHash, emailConfirmedAt: confirmedAt });
    await insertTenant(tx, ctx, { tenantId, memberId, personId, company, confirmedAt });
  });
  return ctx;
}
