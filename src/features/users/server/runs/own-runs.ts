import { eq, type SQL, sql } from "drizzle-orm";
import { runs } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import { domainReach } from "~/server/domain-reach";

/** Who is held to some domains sees the runs that they began themselves: others may have touched other domains. */
export function ownRuns(ctx: Ctx): SQL | undefined {
  if (domainReach(ctx) === null) return undefined;
  return ctx.actor.kind === "member" ? eq(runs.startedBy, ctx.actor.memberId) : sql`false`;
}
