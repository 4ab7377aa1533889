import { and, desc, eq, lt } from "drizzle-orm";
import { runs } from "../../../../../db/schema";
import { type Ctx, requireRole } from "~/server/context";
import type { ListRuns, RunPage } from "../../schema/runs";
import { selectRuns } from "./find-run";
import { ownRuns } from "./own-runs";
import { toRun } from "./to-run";

/** Imports and bulk actions, newest first. */
export async function listRuns(ctx: Ctx, { kind, after, limit }: ListRuns): Promise<RunPage> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  const asked = and(kind && eq(runs.kind, kind), after ? lt(runs.id, after) : undefined);
  const rows = await ctx.tx((tx) =>
    selectRuns(tx)
      .where(and(eq(runs.tenantId, ctx.tenantId), ownRuns(ctx), asked))
      .orderBy(desc(runs.id))
      .limit(limit + 1),
  );
  const page = rows.slice(0, limit);
  return { runs: page.map(toRun), ...(rows.length > limit ? { next: page.at(-1)!.id } : {}) };
}
