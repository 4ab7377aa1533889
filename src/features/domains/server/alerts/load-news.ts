import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { domains } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import type { DomainRecord } from "../../schema";
import { loadSubjects } from "../domain-subject";
import { recordsOf } from "../domain-view";
import type { DomainNews } from "./alert-text";
import type { WaitingAlert } from "./settle-alerts";

const isBad = ({ state }: DomainRecord) => state === "missing" || state === "conflict" || state === "stale";

/** The records that trouble is about, of which word was left; without word, those that are bad and that mail needs. */
function blamed(records: DomainRecord[], { kind, vars }: WaitingAlert): DomainRecord[] {
  if (kind === "recovered" || kind === "frozen" || kind === "name_below") return [];
  if (kind === "dkim_waiting") return records.filter(({ id }) => id === `dkim.${vars["selector"]}`);
  if (kind === "proof_missing" || kind === "proof_lost") return records.filter(({ purpose }) => purpose === "proof");
  const named = (vars["records"] ?? "").split(", ");
  const bad = records.filter((record) => isBad(record) && record.purpose !== "proof");
  const found = bad.filter(({ id }) => named.includes(id));
  return found.length > 0
    ? found
    : bad.filter(({ level, advice }) => level === "required" || advice?.code === "mx_lost");
}

/** Completes alerts, in their order, with the names of their domains and what DNS shows of the records to blame; what is gone is left out. */
export async function loadNews(
  tx: Transaction,
  ctx: Ctx,
  alerts: (WaitingAlert & { domainId: string })[],
): Promise<DomainNews[]> {
  if (alerts.length === 0) return [];
  const ids = [...new Set(alerts.map(({ domainId }) => domainId))];
  const own = and(eq(domains.tenantId, ctx.tenantId), inArray(domains.id, ids));
  const subjects = await loadSubjects(tx, ctx, await tx.select().from(domains).where(own));
  const known = new Map(subjects.map((subject) => [subject.domain.id, subject]));
  return alerts.flatMap((alert) => {
    const subject = known.get(alert.domainId);
    if (!subject) return [];
    const { id: domainId, name } = subject.domain;
    const records = blamed(recordsOf(subject), alert);
    return [{ domainId, name, kind: alert.kind, since: alert.createdAt, records }];
  });
}
