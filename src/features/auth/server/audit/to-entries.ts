import type { Transaction } from "../../../../../db/client";
import type { actorKinds, AuditEntry } from "../../schema/audit";
import type { TrailRow } from "./read-trail";
import { subjectKey, subjectLabels } from "./subject-labels";
import { atOf } from "./trail-cursor";

type ActorKind = (typeof actorKinds)[number];

/** Rows as people read them: actor and subject by name. */
export async function toEntries(tx: Transaction, tenantId: string, rows: TrailRow[]): Promise<AuditEntry[]> {
  const labels = await subjectLabels(tx, tenantId, rows);
  return rows.map((row) => {
    const colon = row.actor.indexOf(":");
    const { subject_type: type, subject_id: id, before, after, action, ip } = row;
    return {
      id: row.id,
      at: atOf(row).toISOString(),
      actor: {
        kind: row.actor.slice(0, colon) as ActorKind,
        id: row.actor.slice(colon + 1),
        label: row.actor_label || row.actor.slice(colon + 1),
      },
      ...{ action, before, after, ip, requestId: row.request_id },
      subject: { type, id, label: labels.get(subjectKey(type, id)) ?? null },
    };
  });
}
