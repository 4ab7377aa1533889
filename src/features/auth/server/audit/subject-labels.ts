import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";

type Subject = { subject_type: string; subject_id: string };
type Label = { type: string; id: string; label: string };

export const subjectKey = (type: string, id: string): string => `${type}:${id}`;

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A PostgreSQL array in one parameter. */
const list = (values: string[]): SQL =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::text::jsonb))`;

const nameIn = (column: SQL) =>
  sql`${column}->>'name', ${column}->>'address', ${column}->>'email', ${column}->>'company', ${column}->>'url'`;

/**
 * What people call the subjects of rows, in one query: by the name that they have now; for what is gone or is not joined here, by the
 * name in the first row about it, which tells of its making. What has no name is missing from the map.
 */
export async function subjectLabels(tx: Transaction, tenantId: string, rows: Subject[]): Promise<Map<string, string>> {
  const subjects = [...new Map(rows.map((row) => [subjectKey(row.subject_type, row.subject_id), row])).values()];
  if (subjects.length === 0) return new Map();
  const [types, ids] = [list(subjects.map((row) => row.subject_type)), list(subjects.map((row) => row.subject_id))];
  const idsOf = (type: string) => {
    const own = subjects.filter((row) => row.subject_type === type && uuid.test(row.subject_id));
    return sql`any(${list(own.map((row) => row.subject_id))}::uuid[])`;
  };
  const tenant = sql`${tenantId}::uuid`;
  const found = await tx.execute<Label>(sql`
    select subjects.type, subjects.id, first.label
      from unnest(${types}, ${ids}) as subjects (type, id) cross join lateral (
        select coalesce(${nameIn(sql`after`)}, ${nameIn(sql`before`)}) as label from audit_logs
        where tenant_id = ${tenant} and subject_type = subjects.type and subject_id = subjects.id
        order by audit_logs.id limit 1) as first where first.label is not null
    union all select 'tenant', id::text, name from tenants where id = ${tenant} and id = ${idsOf("tenant")}
    union all select 'domain', id::text, name from domains where tenant_id = ${tenant} and id = ${idsOf("domain")}
    union all select 'mail_user', id::text, address from mail_users
      where tenant_id = ${tenant} and id = ${idsOf("mail_user")}
    union all select 'group', id::text, address from groups where tenant_id = ${tenant} and id = ${idsOf("group")}
    union all select 'mail_delivery', id::text, sender || ' → ' || recipient from deliveries
      where tenant_id = ${tenant} and id = ${idsOf("mail_delivery")}
    union all select 'member', users.id::text, people.email from users join people on people.id = users.person_id
      where users.tenant_id = ${tenant} and users.id = ${idsOf("member")}
    union all select 'person', people.id::text, people.email from users join people on people.id = users.person_id
      where users.tenant_id = ${tenant} and people.id = ${idsOf("person")}`);
  return new Map(found.map(({ type, id, label }) => [subjectKey(type, id), label]));
}
