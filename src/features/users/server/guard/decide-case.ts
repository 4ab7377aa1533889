import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { guardCases, mailUsers } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import type { CaseRef } from "../../schema/guard";

/** Whose an open case is. Throws `guard.not_found`, `guard.decided`. */
export async function findOpenCase(ctx: Ctx, { caseId }: CaseRef): Promise<string> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const [found] = await ctx.tx((tx) =>
    tx
      .select({ userId: guardCases.mailUserId, state: guardCases.state })
      .from(guardCases)
      .innerJoin(mailUsers, eq(mailUsers.id, guardCases.mailUserId))
      .where(
        and(eq(guardCases.tenantId, ctx.tenantId), eq(guardCases.id, caseId), withinReach(ctx, mailUsers.domainId)),
      ),
  );
  if (!found) throw new AppError("guard.not_found");
  if (found.state !== "open") throw new AppError("guard.decided");
  return found.userId;
}

/** Writes the decision down, in the transaction of what it does. Of two who decide at once the second gets `guard.decided`. */
export async function decideCase(
  tx: Transaction,
  ctx: Ctx,
  caseId: string,
  state: "released" | "confirmed",
): Promise<void> {
  const { actor } = ctx;
  const decidedBy = "memberId" in actor ? actor.memberId : actor.kind;
  const open = and(eq(guardCases.tenantId, ctx.tenantId), eq(guardCases.id, caseId), eq(guardCases.state, "open"));
  const decided = await tx
    .update(guardCases)
    .set({ state, decidedBy, decidedAt: ctx.now() })
    .where(open)
    .returning({ id: guardCases.id });
  if (decided.length === 0) throw new AppError("guard.decided");
}
