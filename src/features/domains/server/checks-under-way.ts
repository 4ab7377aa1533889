import { and, eq, inArray, lte } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { jobs } from "../../../../db/schema";
import type { Ctx } from "~/server/context";

/** The jobs that look at the domain's DNS now or as soon as a worker is free. */
export const checksUnderWay = (tx: Transaction, ctx: Ctx, domainId: string) =>
  tx
    .select({ id: jobs.id, state: jobs.state })
    .from(jobs)
    .where(
      and(
        inArray(jobs.name, ["dns-verification", "dns-verification.due"]),
        eq(jobs.key, domainId),
        inArray(jobs.state, ["pending", "running"]),
        lte(jobs.runAt, ctx.now()),
      ),
    );
