import { asc, sql } from "drizzle-orm";
import { mailUsers } from "../../../../../db/schema";
import { type Ctx, requireRole } from "~/server/context";
import type { BulkPreview, PreviewBulk } from "../../schema/bulk";
import { bulkTarget } from "./bulk-target";

const shown = 5;

/** To how many mailbox users a bulk action would be done, and to whom for example. */
export async function previewBulk(ctx: Ctx, input: PreviewBulk): Promise<BulkPreview> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  await ctx.rateLimit("search.tenant", ctx.tenantId);
  const target = bulkTarget(ctx, input);
  const rows = await ctx.tx((tx) =>
    tx
      .select({ address: mailUsers.address, count: sql<number>`(count(*) over ())::int` })
      .from(mailUsers)
      .where(target)
      .orderBy(asc(mailUsers.address))
      .limit(shown),
  );
  return { count: rows[0]?.count ?? 0, examples: rows.map(({ address }) => address) };
}
