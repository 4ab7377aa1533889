import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { containing } from "~/server/containing";
import type { AuditFilter } from "../../schema/audit";
import { findActions } from "./read-trail";

type Asked = "actor" | "action" | "subject" | "text";

export const isSubject = (type: string, id: string): SQL => sql`(subject_type = ${type} and subject_id = ${id})`;

const conditions: Record<Asked, (value: string) => SQL> = {
  actor: (actor) => sql`actor = ${actor}`,
  action: (action) => (action.includes(".") ? sql`action = ${action}` : sql`starts_with(action, ${`${action}.`})`),
  subject(subject) {
    const colon = subject.indexOf(":");
    return isSubject(subject.slice(0, colon), subject.slice(colon + 1));
  },
  text(text) {
    const pattern = containing(text);
    return sql`(actor_label ilike ${pattern} or before::text ilike ${pattern} or after::text ilike ${pattern}
      or action ilike ${pattern} or ip = ${text} or request_id = ${text} or subject_id = ${text})`;
  },
};

/** What a filter asks of each row, apart from the time. */
export const residueOf = (filter: AuditFilter): SQL[] =>
  (Object.keys(conditions) as Asked[]).flatMap((asked) => (filter[asked] ? [conditions[asked](filter[asked])] : []));

/** Which index answers a filter (the narrowest that it names), and what is left to be compared row by row. */
export async function trailOf(
  tx: Transaction,
  tenantId: string,
  filter: AuditFilter,
): Promise<{ places: SQL[] | null; also: SQL[] }> {
  const { actor, action, subject, ...rest } = filter;
  if (subject) return { places: [conditions.subject(subject)], also: residueOf({ ...rest, actor, action }) };
  if (actor) return { places: [conditions.actor(actor)], also: residueOf({ ...rest, action }) };
  const also = residueOf(rest);
  if (!action) return { places: null, also };
  if (action.includes(".")) return { places: [conditions.action(action)], also };
  const actions = await findActions(tx, tenantId);
  const ofArea = actions.filter((name) => name.startsWith(`${action}.`));
  return { places: ofArea.map((name) => sql`action = ${name}`), also };
}
