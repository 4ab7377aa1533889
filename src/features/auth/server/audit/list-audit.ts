import { type Ctx, requireRole } from "~/server/context";
import type { AuditPage, ListAudit } from "../../schema/audit";
import { readTrail } from "./read-trail";
import { toEntries } from "./to-entries";
import { trailOf } from "./trail-of";

export const spanOf = ({ from, to }: { from?: string; to?: string }) => ({
  ...(from === undefined ? {} : { from: new Date(from) }),
  ...(to === undefined ? {} : { to: new Date(to) }),
});

/**
 * One page of the tenant's audit log, newest first. A page that is not full although `next` is there has looked at as much as one call may.
 * For owners and admins; throws `auth.role_too_low`, `request.invalid` for a cursor that is none.
 */
export async function listAudit(ctx: Ctx, { after, limit, ...filter }: ListAudit): Promise<AuditPage> {
  requireRole(ctx, "owner", "admin");
  const { tenantId } = ctx;
  return ctx.tx(async (tx) => {
    const where = await trailOf(tx, tenantId, filter);
    const { rows, searchedTo, ...page } = await readTrail(tx, { tenantId, ...where, ...spanOf(filter), after, limit });
    return {
      entries: await toEntries(tx, tenantId, rows),
      ...page,
      ...(searchedTo ? { searchedTo: searchedTo.toISOString() } : {}),
    };
  });
}
