import { and, eq } from "drizzle-orm";
import { people, tenants, users } from "../../../../../db/schema";
import { type Ctx, systemContext } from "~/server/context";
import type { Services } from "~/server/services";
import type { RunRecord } from "./run-work";

/**
 * The context of a run: it acts as the member who asked for it, with what that member may do now. Null when they left, or the tenant is not active
 * any more. Its acts are found in the audit log by the run's id as their request.
 */
export async function starterContext(services: Services, run: RunRecord): Promise<Ctx | null> {
  const { tenantId, startedBy, id } = run;
  const ctx = systemContext(services, { job: "run.work" }, tenantId);
  const [found] = await ctx.tx((tx) =>
    tx
      .select({ member: users, email: people.email, tenantState: tenants.state })
      .from(users)
      .innerJoin(people, eq(people.id, users.personId))
      .innerJoin(tenants, eq(tenants.id, users.tenantId))
      .where(and(eq(users.tenantId, tenantId), eq(users.id, startedBy))),
  );
  if (found?.tenantState !== "active") return null;
  const { role, domainIds, personId } = found.member;
  return {
    ...ctx,
    requestId: id,
    actor: {
      ...{ kind: "member", sessionId: "", memberId: startedBy, personId, email: found.email, role, domainIds },
      ...{ authenticatedAt: run.createdAt, hasSecondFactor: false, isRestricted: false },
    },
  };
}
