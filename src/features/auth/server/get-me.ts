import { and, eq } from "drizzle-orm";
import { tenants, users } from "../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MemberCtx } from "~/server/context";
import type { Me } from "../schema";

/** Who is signed in, as the rows say now. Throws `auth.required` when the member is gone. */
export async function getMe(ctx: MemberCtx): Promise<Me> {
  const [me] = await ctx.tx((tx) =>
    tx
      .select({
        tenant: { id: tenants.id, name: tenants.name },
        member: { id: users.id, email: users.email, name: users.name, role: users.role },
      })
      .from(users)
      .innerJoin(tenants, eq(tenants.id, users.tenantId))
      .where(and(eq(users.tenantId, ctx.tenantId), eq(users.id, ctx.actor.memberId))),
  );
  if (!me) throw new AppError("auth.required");
  return { ...me, isTrial: ctx.platform.trialZone !== null };
}
