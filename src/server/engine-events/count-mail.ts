import { sql } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import { mailStats } from "../../../db/schema";
import type { TenantShare } from "./attribute-events";
import type { DeliveryChange } from "./store-facts";

type Counted = "sent" | "sentOutside" | "delivered" | "bounced" | "received" | "spam" | "signIns" | "failedSignIns";
const names: Counted[] = [
  "sent",
  "sentOutside",
  "delivered",
  "bounced",
  "received",
  "spam",
  "signIns",
  "failedSignIns",
];
/** One thing that counts for a mailbox user in one hour; taken back with -1. */
export type Count = { mailUserId: string; at: Date; name: Counted; by: 1 | -1 };

const ends = { delivered: "delivered", failed: "bounced", expired: "bounced" } as Partial<Record<string, Counted>>;
const hourMs = 3_600_000;

const endOf = (row: DeliveryChange["after"] | null) => {
  const name = row && ends[row.state];
  return row?.mailUserId && row.settledAt && name ? { mailUserId: row.mailUserId, at: row.settledAt, name } : null;
};

/** What a change of deliveries means for the numbers: the difference, so that it comes out the same whatever was learnt first. */
export function countsOf(changes: readonly DeliveryChange[], isHere: (address: string) => boolean): Count[] {
  return changes.flatMap(({ before, after }) => {
    const [was, is] = [endOf(before), endOf(after)];
    const isSame = was?.name === is?.name && was?.at.getTime() === is?.at.getTime();
    const isSent = after.mailUserId && !before?.mailUserId;
    const sent = isSent ? { mailUserId: after.mailUserId!, at: after.queuedAt, by: 1 as const } : null;
    return [
      ...(sent ? [{ ...sent, name: "sent" as const }] : []),
      ...(sent && !isHere(after.recipient) ? [{ ...sent, name: "sentOutside" as const }] : []),
      ...(was && !isSame ? [{ ...was, by: -1 as const }] : []),
      ...(is && !isSame ? [{ ...is, by: 1 as const }] : []),
    ];
  });
}

const ownNames: Record<string, Counted> = {
  "message-ingest.ham": "received",
  "message-ingest.spam": "spam",
  "auth.success": "signIns",
  "auth.failed": "failedSignIns",
};

/** The same of what happened to mailboxes. */
export const ownCounts = (own: TenantShare["own"]): Count[] =>
  own.flatMap(({ event, party: { mailUserId } }) => {
    const name = ownNames[event.type];
    return mailUserId && name ? [{ mailUserId, at: event.at, name, by: 1 as const }] : [];
  });

/** Adds to `mail_stats`, in one statement. Mailbox users who are gone are left out. */
export async function addCounts(tx: Transaction, tenantId: string, counts: readonly Count[]): Promise<void> {
  const keyed = Map.groupBy(counts, ({ mailUserId, at }) => `${mailUserId} ${Math.floor(at.getTime() / hourMs)}`);
  const rows = [...keyed].map(([key, group]) => {
    const [mailUserId, hour] = key.split(" ");
    const sum = (name: Counted) => group.reduce((all, one) => all + (one.name === name ? one.by : 0), 0);
    return {
      ...{ id: Bun.randomUUIDv7(), mail_user_id: mailUserId, hour: new Date(Number(hour) * hourMs).toISOString() },
      ...Object.fromEntries(names.map((name) => [snake(name), sum(name)])),
    };
  });
  if (rows.length === 0) return;
  // In one order for all, so that two who count do not wait for each other in a circle. What is taken back only changes a row.
  await tx.execute(sql`
    with added as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as row(id uuid, mail_user_id uuid,
      hour timestamptz, sent int, sent_outside int, delivered int, bounced int, received int, spam int, sign_ins int,
      failed_sign_ins int)),
    changed as (
      update ${mailStats} as s set sent = greatest(s.sent + a.sent, 0), sent_outside = greatest(s.sent_outside + a.sent_outside, 0),
        delivered = greatest(s.delivered + a.delivered, 0), bounced = greatest(s.bounced + a.bounced, 0),
        received = greatest(s.received + a.received, 0), spam = greatest(s.spam + a.spam, 0),
        sign_ins = greatest(s.sign_ins + a.sign_ins, 0), failed_sign_ins = greatest(s.failed_sign_ins + a.failed_sign_ins, 0)
      from added a where s.tenant_id = ${tenantId}::uuid and s.mail_user_id = a.mail_user_id and s.hour = a.hour
      returning s.mail_user_id, s.hour)
    insert into ${mailStats} (id, tenant_id, domain_id, mail_user_id, hour, sent, sent_outside, delivered, bounced, received, spam,
      sign_ins, failed_sign_ins)
    select a.id, ${tenantId}::uuid, u.domain_id, u.id, a.hour, a.sent, a.sent_outside, a.delivered, a.bounced, a.received, a.spam,
      a.sign_ins, a.failed_sign_ins
    from added a join mail_users u on u.id = a.mail_user_id and u.tenant_id = ${tenantId}::uuid
    where not exists (select 1 from changed c where c.mail_user_id = a.mail_user_id and c.hour = a.hour)
    order by a.mail_user_id, a.hour
    on conflict (mail_user_id, hour) do update set sent = mail_stats.sent + excluded.sent,
      sent_outside = mail_stats.sent_outside + excluded.sent_outside, delivered = mail_stats.delivered + excluded.delivered,
      bounced = mail_stats.bounced + excluded.bounced, received = mail_stats.received + excluded.received,
      spam = mail_stats.spam + excluded.spam, sign_ins = mail_stats.sign_ins + excluded.sign_ins,
      failed_sign_ins = mail_stats.failed_sign_ins + excluded.failed_sign_ins`);
}

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
