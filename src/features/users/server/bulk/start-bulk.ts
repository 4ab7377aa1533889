import { eq, sql } from "drizzle-orm";
import { mailUsers, runRows, runs } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { BulkPlan, type StartBulk } from "../../schema/bulk";
import type { Run } from "../../schema/runs";
import { findRun } from "../runs/find-run";
import { beginRun, insertRun } from "../runs/insert-run";
import { bulkTarget } from "./bulk-target";

/**
 * Begins to do one thing to many mailbox users; the worker does it. Who is meant is written down now: whoever comes later is not among them.
 * Throws `user.not_found` when that is nobody, `bulk.grown` (with the number) when it is more than was expected, `request.too_many`.
 */
export async function startBulk(ctx: Ctx, input: StartBulk): Promise<Run> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const { action, blocks, quotaBytes, expected } = input;
  await ctx.rateLimit("bulk.tenant", ctx.tenantId);
  const plan = BulkPlan.parse({
    ...{ action, blocks: action === "suspend" ? blocks : undefined },
    quotaBytes: action === "set_quota" ? quotaBytes : undefined,
  });
  const run = await ctx.tx(async (tx) => {
    const made = await insertRun(tx, ctx, { kind: "bulk", plan, total: 0 });
    const { id: runId, tenantId } = made;
    const written = await tx.execute(sql`
      insert into ${runRows} ("id", "tenant_id", "run_id", "line", "values", "mail_user_id")
      select gen_random_uuid(), ${tenantId}, ${runId}, row_number() over (order by ${mailUsers.address}),
        jsonb_build_object('address', ${mailUsers.address}), ${mailUsers.id}
      from ${mailUsers} where ${bulkTarget(ctx, input)}`);
    const total = written.count;
    if (total === 0) throw new AppError("user.not_found");
    if (total > expected) throw new AppError("bulk.grown", { max: total });
    await tx.update(runs).set({ total }).where(eq(runs.id, runId));
    const subject = { type: "tenant", id: tenantId } as const;
    await audit(tx, ctx, { action: "user.bulk_start", subject, after: { ...plan, runId, users: total } });
    await beginRun(tx, made);
    return findRun(tx, ctx, runId);
  });
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "run", subjectId: run!.id });
  return run!;
}
