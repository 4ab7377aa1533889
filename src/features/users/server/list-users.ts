import { and, count, desc, eq, getTableColumns, ilike, ne, or, sql } from "drizzle-orm";
import { mailUsers, tenants } from "../../../../db/schema";
import { AppError } from "~/lib/errors";
import { containing } from "~/server/containing";
import { type Ctx, requireRole } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import type { ListUsers, UserPage } from "../schema";
import { toMailUser } from "./mail-user-view";

/** PostgreSQL counts microseconds, `Date` milliseconds: the cursor keeps the database's own count since 1970. */
const createdMicros = sql<string>`(extract(epoch from ${mailUsers.createdAt}) * 1000000)::bigint::text`;
const cursorPattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (\d{1,16})$/;

/** Mailbox users within the caller's reach, newest first, by domain and by part of an address or name. Throws `request.invalid` for a cursor that is none. */
export async function listUsers(ctx: Ctx, { domainId, search, after, limit }: ListUsers): Promise<UserPage> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  const kept = and(eq(mailUsers.tenantId, ctx.tenantId), ne(mailUsers.state, "deleted"));
  const reached = withinReach(ctx, mailUsers.domainId);
  if (search) await ctx.rateLimit("search.tenant", ctx.tenantId);
  const pattern = search && containing(search);
  return ctx.tx(async (tx) => {
    const rows = await tx
      .select({ ...getTableColumns(mailUsers), createdMicros })
      .from(mailUsers)
      .where(
        and(
          kept,
          reached,
          domainId ? eq(mailUsers.domainId, domainId) : undefined,
          pattern ? or(ilike(mailUsers.address, pattern), ilike(mailUsers.displayName, pattern)) : undefined,
          after ? isBefore(after) : undefined,
        ),
      )
      .orderBy(desc(mailUsers.createdAt), desc(mailUsers.id))
      .limit(limit + 1);
    const [seats] = await tx
      .select({
        all: count(mailUsers.id),
        used: sql<number>`count(${mailUsers.id}) filter (where ${reached ?? sql`true`})`.mapWith(Number),
        max: tenants.maxMailUsers,
      })
      .from(tenants)
      .leftJoin(mailUsers, kept)
      .where(eq(tenants.id, ctx.tenantId))
      .groupBy(tenants.id);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      users: page.map(toMailUser),
      ...(rows.length > limit && last ? { next: `${last.id} ${last.createdMicros}` } : {}),
      // Who is held to some domains learns of their users, and of what is left for them.
      seats: seats ? { used: seats.used, max: seats.max - seats.all + seats.used } : { used: 0, max: 0 },
    };
  });
}

function isBefore(cursor: string) {
  const [, id, micros] = cursorPattern.exec(cursor) ?? [];
  if (!id || !micros) throw new AppError("request.invalid", { issues: [{ path: "after", message: "not a cursor" }] });
  const createdAt = sql`timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond'`;
  return sql`(${mailUsers.createdAt}, ${mailUsers.id}) < (${createdAt}, ${id}::uuid)`;
}
