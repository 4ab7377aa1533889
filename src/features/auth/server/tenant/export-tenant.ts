import { and, asc, eq, getTableColumns, gt } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import {
  apiTokens,
  auditLogs,
  dkimKeys,
  dnsChanges,
  dnsConnections,
  dnsRecords,
  dnsShares,
  domainAlerts,
  domainEvents,
  domains,
  invitations,
  mailUsers,
  people,
  submissions,
  tenants,
  users,
  webhooks,
} from "../../../../../db/schema";
import type { Ctx } from "~/server/context";

const batch = 500;

type OwnTable = PgTable & { id: PgColumn; tenantId: PgColumn };
type Row = Record<string, unknown>;

/** What stands in the file under each name. */
const tables = {
  invitations,
  domains,
  dkimKeys,
  dnsRecords,
  dnsChanges,
  dnsConnections,
  dnsShares,
  domainHistory: domainEvents,
  domainAlerts,
  mailUsers,
  submissions,
  apiTokens,
  webhooks,
  auditLog: auditLogs,
} satisfies Record<string, OwnTable>;

/** Columns that open doors, or say nothing to anybody outside. */
const kept =
  /^(?:tenantId|.*[hH]ash|sealed.*|tokenHash|engineId|engineSubmissionId|idempotencyKey|revision|appliedRevision)$/;

const shown = (table: PgTable) =>
  Object.fromEntries(Object.entries(getTableColumns(table)).filter(([name]) => !kept.test(name)));

/** A few hundred rows at a time, so that a tenant of any size fits into the memory of a small server. */
async function* rowsOf(ctx: Ctx, table: OwnTable): AsyncGenerator<Row> {
  for (let after: unknown; ;) {
    const isNext = and(eq(table.tenantId, ctx.tenantId), after ? gt(table.id, after) : undefined);
    const rows: Row[] = await ctx.tx((tx) =>
      tx
        .select({ ...shown(table), id: table.id })
        .from(table)
        .where(isNext)
        .orderBy(asc(table.id))
        .limit(batch),
    );
    yield* rows;
    if (rows.length < batch) return;
    after = rows.at(-1)!["id"];
  }
}

const membersOf = (ctx: Ctx) =>
  ctx.tx((tx) =>
    tx
      .select({
        ...{ id: users.id, email: people.email, name: people.name, role: users.role, domainIds: users.domainIds },
        ...{ emailConfirmedAt: people.emailConfirmedAt, createdAt: users.createdAt },
      })
      .from(users)
      .innerJoin(people, eq(people.id, users.personId))
      .where(eq(users.tenantId, ctx.tenantId))
      .orderBy(users.id),
  );

/**
 * Everything that the panel knows of the tenant, as the pieces of one JSON document. Mail itself is in the mail server, and everybody's own.
 * No password, key or token is among it, not even as a hash.
 */
export async function* exportTenant(ctx: Ctx): AsyncGenerator<string, void> {
  const [tenant] = await ctx.tx((tx) => tx.select(shown(tenants)).from(tenants).where(eq(tenants.id, ctx.tenantId)));
  const head = { exportedAt: ctx.now().toISOString(), tenant, members: await membersOf(ctx) };
  yield JSON.stringify(head).slice(0, -1);
  for (const [name, table] of Object.entries(tables)) {
    yield `,\n"${name}":[`;
    let separator = "\n";
    for await (const row of rowsOf(ctx, table)) {
      yield separator + JSON.stringify(row);
      separator = ",\n";
    }
    yield "]";
  }
  yield "}\n";
}
