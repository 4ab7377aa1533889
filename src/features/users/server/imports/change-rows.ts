import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { aliases, mailUsers } from "../../../../../db/schema";
import { enqueueAll } from "../../../../../jobs/enqueue-all";
import { auditAll } from "~/server/audit-all";
import type { AuditEntry } from "~/server/audit";
import type { Ctx } from "~/server/context";
import { endSessions } from "~/server/end-sessions";
import { yieldRoleAddress } from "../aliases/yield-role-address";
import type { RunOutcome } from "../runs/run-work";
import type { Judgement } from "./judge-rows";

export type Alteration = Extract<Judgement, { wanted: "change" }>;

function entriesOf({ user, set, aliases: added }: Alteration): AuditEntry[] {
  const subject = { type: "mail_user", id: user.id } as const;
  const { state, ...rest } = set;
  const names = Object.keys(rest) as (keyof typeof rest)[];
  const before = Object.fromEntries(names.map((name) => [name, user[name]]));
  const more = added.length > 0 ? { aliases: added.map(({ address }) => address) } : {};
  const entries: AuditEntry[] = [];
  if (names.length > 0 || added.length > 0)
    entries.push({ action: "user.update", subject, before, after: { ...rest, ...more } });
  if (state)
    entries.push({
      ...{ action: state === "suspended" ? "user.suspend" : "user.resume", subject },
      ...{ before: { state: user.state }, after: { state } },
    });
  return entries;
}

/** Changes the mailbox users of a chunk to what the file says; aliases are added, none is taken away. Rejects with `23505` as `createRows` does. */
export async function changeRows(tx: Transaction, ctx: Ctx, rows: readonly Alteration[]): Promise<RunOutcome[]> {
  if (rows.length === 0) return [];
  const { tenantId } = ctx;
  const ids = rows.map(({ user }) => user.id);
  const own = and(eq(mailUsers.tenantId, tenantId), inArray(mailUsers.id, ids));
  await tx.select({ id: mailUsers.id }).from(mailUsers).where(own).orderBy(mailUsers.id).for("update");
  await yieldRoleAddress(tx, ctx, ...rows.flatMap((row) => row.aliases.map(({ address }) => address)));
  const records = rows.map(({ user, set }) => ({
    ...{ id: user.id, name: set.displayName ?? null, quota: set.quotaBytes ?? null },
    ...{ recovery: set.recoveryEmail ?? null, state: set.state ?? null },
  }));
  await tx.execute(sql`
    update ${mailUsers} set display_name = coalesce(r.name, display_name), quota_bytes = coalesce(r.quota, quota_bytes),
      recovery_email = coalesce(r.recovery, recovery_email),
      recovery_confirmed_at = case when r.recovery is null then recovery_confirmed_at end,
      state = coalesce(r.state, ${mailUsers.state}),
      may_sign_in = case when r.state is null then may_sign_in else r.state = 'active' end,
      may_send = case when r.state is null then may_send else r.state = 'active' end,
      may_receive = may_receive or r.state = 'active', revision = revision + 1, apply_error = null
    from jsonb_to_recordset(${JSON.stringify(records)}::text::jsonb) as r(id uuid, name text, quota bigint, recovery text, state text)
    where ${mailUsers.tenantId} = ${tenantId} and ${mailUsers.id} = r.id`);
  const named = rows.flatMap(({ user, aliases: all }) =>
    all.map(({ address, domainId }) => ({ tenantId, domainId, mailUserId: user.id, address })),
  );
  if (named.length > 0) await tx.insert(aliases).values(named);
  for (const { user, set } of rows)
    if (set.state === "suspended") await endSessions(tx, ctx.now(), tenantId, { mailUserId: user.id });
  await auditAll(tx, ctx, rows.flatMap(entriesOf));
  const jobs = ids.map((id) => ({ payload: { tenantId, kind: "mail_user" as const, id }, key: id }));
  await enqueueAll(tx, "engine.apply", jobs);
  return rows.map(({ line, user }) => ({ line, state: "changed", mailUserId: user.id }));
}
