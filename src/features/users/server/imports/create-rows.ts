import { sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { aliases, mailUsers } from "../../../../../db/schema";
import { enqueue } from "../../../../../jobs/enqueue";
import { enqueueAll } from "../../../../../jobs/enqueue-all";
import { auditAll } from "~/server/audit-all";
import type { Ctx } from "~/server/context";
import { unknownHash } from "../access/unknown-hash";
import { giveRoleAddresses } from "../aliases/give-role-addresses";
import { yieldRoleAddress } from "../aliases/yield-role-address";
import type { RunOutcome } from "../runs/run-work";
import { inviteCreated } from "./invite-created";
import type { Judgement } from "./judge-rows";

/** When each user is brought to the mail server alone, where bringing them together did not. */
const aloneAfterMs = 5 * 60_000;

export type Creation = Extract<Judgement, { wanted: "create" }>;

/**
 * Creates the mailbox users of a chunk with their aliases, audit rows and jobs, in a few statements however many they are. Rejects with
 * `23505` when somebody else holds one of the addresses by now; then nothing of it is there.
 */
export async function createRows(
  tx: Transaction,
  ctx: Ctx,
  rows: readonly Creation[],
  locale: string,
): Promise<RunOutcome[]> {
  if (rows.length === 0) return [];
  const { tenantId } = ctx;
  const now = ctx.now();
  const made = rows.map((row) => ({ ...row, id: Bun.randomUUIDv7() }));
  await yieldRoleAddress(tx, ctx, ...made.map(({ values }) => values.address));
  await yieldRoleAddress(tx, ctx, ...made.flatMap((row) => row.aliases.map(({ address }) => address)));
  const records = made.map(({ id, domainId, quotaBytes, values }) => ({
    ...{ id, domain: domainId, address: values.address, name: values.displayName ?? "", quota: quotaBytes },
    ...{ hash: values.passwordHash ?? unknownHash(), chosen: values.passwordHash !== undefined },
    ...{ recovery: values.recoveryEmail ?? null, suspended: values.state === "suspended" },
  }));
  await tx.execute(sql`
    insert into ${mailUsers} (id, tenant_id, domain_id, local_part, address, display_name, password_hash, password_set_at, recovery_email,
      state, may_sign_in, may_send, quota_bytes, created_at)
    select r.id, ${tenantId}::uuid, r.domain, split_part(r.address, '@', 1), r.address, r.name, r.hash,
      case when r.chosen then ${now.toISOString()}::timestamptz end, r.recovery,
      case when r.suspended then 'suspended' else 'active' end, not r.suspended, not r.suspended, r.quota, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(records)}::text::jsonb)
      as r(id uuid, domain uuid, address text, name text, hash text, chosen boolean, recovery text, suspended boolean, quota bigint)`);
  const named = made.flatMap(({ id, aliases: all }) =>
    all.map(({ address, domainId }) => ({ tenantId, domainId, mailUserId: id, address })),
  );
  if (named.length > 0) await tx.insert(aliases).values(named);
  for (const [domainId, [first]] of Map.groupBy(made, (row) => row.domainId))
    if (first) await giveRoleAddresses(tx, ctx, { domainId, userId: first.id });
  const invited = made.flatMap(({ id, values: { address, recoveryEmail, passwordHash, state } }) =>
    recoveryEmail && !passwordHash && state !== "suspended" ? [{ userId: id, address, email: recoveryEmail }] : [],
  );
  await inviteCreated(tx, ctx, { invited, locale });
  await auditAll(
    tx,
    ctx,
    made.map(({ id, quotaBytes, values, aliases: all }) => ({
      action: "user.create",
      subject: { type: "mail_user", id },
      after: {
        ...{ address: values.address, displayName: values.displayName ?? "", quotaBytes },
        ...(all.length > 0 ? { aliases: all.map(({ address }) => address) } : {}),
      },
    })),
  );
  const jobs = made.map(({ id }) => ({ payload: { tenantId, kind: "mail_user" as const, id }, key: id }));
  // Those that the one job brings there are done with by then.
  await enqueueAll(tx, "engine.apply", jobs, new Date(now.getTime() + aloneAfterMs));
  await enqueue(tx, "engine.apply.new", { tenantId }, { key: tenantId });
  return made.map(({ line, id }) => ({ line, state: "created", mailUserId: id }));
}
