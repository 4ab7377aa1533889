import { eq } from "drizzle-orm";
import { people } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { AppError } from "~/lib/errors";
import { type Ctx, type MemberCtx, systemContext } from "~/server/context";
import type { CreateTenant, TenantRef } from "../../schema/tenant";
import { insertTenant } from "../create-tenant";

/**
 * One more tenant for who is signed in, as its owner; the session stays where it is. Throws `auth.not_confirmed` for a person whose address
 * is not, `request.too_many`.
 */
export async function addTenant(ctx: MemberCtx, { company }: CreateTenant): Promise<TenantRef> {
  const { personId } = ctx.actor;
  await ctx.rateLimit("tenant-create", personId);
  const [tenantId, memberId] = [Bun.randomUUIDv7(), Bun.randomUUIDv7()];
  const { ip, requestId } = ctx;
  const as = { ...systemContext(ctx, { job: "tenant.add" }, tenantId), ip, requestId };
  const actor: Ctx = { ...as, actor: { ...ctx.actor, memberId, role: "owner", domainIds: null } };
  await inScope(ctx.db, { tenantId, personId }, async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId));
    if (!person?.emailConfirmedAt) throw new AppError("auth.not_confirmed");
    await insertTenant(tx, actor, { tenantId, memberId, personId, company, confirmedAt: ctx.now() });
  });
  return { tenantId };
}
