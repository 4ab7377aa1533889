import { t } from "~/lib/i18n/t";
import type { Tone } from "~/ui/badge";
import type { DomainRecord } from "../../schema";
import type { HistoryKind, HistoryLine } from "../../schema/history";

/** Where the words for a state stand, by what has the state. */
const areas = {
  record: "domains.record_",
  state: "domains.state_",
  proof: "watch.proof_",
  dkim: "watch.dkim_",
  change: "watch.change_",
} satisfies Record<HistoryKind, string>;

const good = new Set(["match", "match_inherited", "active", "proven", "applied"]);
const bad = new Set(["conflict", "missing", "broken", "proof_lost", "lost", "taken", "failed", "suspended"]);
const doubtful = new Set(["stale", "attention"]);

/** How a line ends: well, badly, or neither. */
export function toneOf({ after }: Pick<HistoryLine, "after">): Tone {
  if (after === null) return "neutral";
  if (good.has(after)) return "success";
  if (bad.has(after)) return "danger";
  return doubtful.has(after) ? "warning" : "neutral";
}

/** A state in words; a state that the catalogue does not know stands as it is. */
export function stateText(kind: HistoryKind, state: string | null): string {
  if (state === null) return t("watch.nothing");
  const key = `${areas[kind]}${state}`;
  const said = (t as (key: string) => string)(key);
  return said === key ? state : said;
}

/** What a line is about: a record as its list shows it, a key, or the domain as a whole. */
export function subjectText({ kind, subject }: HistoryLine, records: readonly DomainRecord[]): string {
  if (kind === "record") {
    const record = records.find(({ id }) => id === subject);
    return t("watch.recordOf", { name: record ? `${record.type} ${record.shortName}` : (subject ?? "") });
  }
  if (kind === "dkim") return t("watch.keyOf", { name: subject ?? "" });
  return t(`watch.what_${kind}`);
}
