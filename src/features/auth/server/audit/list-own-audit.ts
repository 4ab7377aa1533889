import { sql } from "drizzle-orm";
import type { MemberCtx } from "~/server/context";
import type { AuditPage, ListAudit } from "../../schema/audit";
import { spanOf } from "./list-audit";
import { readTrail } from "./read-trail";
import { toEntries } from "./to-entries";
import { isSubject, residueOf } from "./trail-of";

/** As `listAudit`, of what the member did and of what was done to them: every member may know that. */
export async function listOwnAudit(ctx: MemberCtx, { after, limit, ...filter }: ListAudit): Promise<AuditPage> {
  const { tenantId } = ctx;
  const { memberId, personId } = ctx.actor;
  const me = `member:${memberId}`;
  const byOthers = sql`actor <> ${me}`;
  const places = [
    sql`actor = ${me}`,
    sql`${isSubject("member", memberId)} and ${byOthers}`,
    sql`${isSubject("person", personId)} and ${byOthers}`,
  ];
  return ctx.tx(async (tx) => {
    const query = { tenantId, places, also: residueOf(filter), ...spanOf(filter), after, limit };
    const { rows, searchedTo, ...page } = await readTrail(tx, query);
    return {
      entries: await toEntries(tx, tenantId, rows),
      ...page,
      ...(searchedTo ? { searchedTo: searchedTo.toISOString() } : {}),
    };
  });
}
