import type { DnsAnswer, RecordType } from "./dns-answer";
import { type DmarcAction, type DmarcRecord, isDmarc, parseDmarc, readDmarcTags } from "./dmarc-record";

export type DmarcPolicy = {
  record: DmarcRecord;
  /** The name that publishes it: the domain, its organisation's or a public suffix above. */
  at: string;
  isInherited: boolean;
  /** What receivers are asked to do with forgeries of this domain, test mode taken into account. */
  action: DmarcAction;
};

/** `none`: nobody publishes a policy that applies. `unknown`: a name that could hold it could not be asked. */
export type DmarcDiscovery = { status: "found"; policy: DmarcPolicy } | { status: "none" } | { status: "unknown" };

const longestStep = 7;
const softer: Record<DmarcAction, DmarcAction> = { reject: "quarantine", quarantine: "none", none: "none" };

/** The names at which a policy for `domain` may stand, nearest first, at most eight (RFC 9989 section 4.10). */
export function walkNames(domain: string): string[] {
  const labels = domain.split(".");
  const names = [domain];
  for (let left = Math.min(labels.length - 1, longestStep); left > 0; left--) names.push(labels.slice(-left).join("."));
  return names;
}

type Step = { at: string; text: string; suffix: string | undefined };

/** The policy that receivers apply to mail from `domain`, found as they find it: tree walk, then the organisation's own record, then the suffix's. */
export function findDmarcPolicy(domain: string, ask: (name: string, type: RecordType) => DnsAnswer): DmarcDiscovery {
  const steps: Step[] = [];
  for (const at of walkNames(domain)) {
    const answer = ask(`_dmarc.${at}`, "TXT");
    const own = steps[0]?.at === domain;
    if (answer.status === "unknown" && !own) return { status: "unknown" };
    const records = answer.status === "found" ? answer.records.filter(isDmarc) : [];
    const tags = records.length === 1 ? readDmarcTags(records[0] ?? "") : undefined;
    if (!tags) continue;
    const suffix = tags.get("psd")?.toLowerCase();
    steps.push({ at, text: records[0] ?? "", suffix });
    if (at === domain || suffix === "y" || suffix === "n") break;
  }
  const step = steps.find(({ at }) => at === domain) ?? pickInherited(domain, steps);
  const record = step && parseDmarc(step.text);
  if (!step || !record) return { status: "none" };
  const isInherited = step.at !== domain;
  const action = isInherited ? inheritedAction(domain, record, ask) : record.action;
  return {
    status: "found",
    policy: { record, at: step.at, isInherited, action: record.isTest ? softer[action] : action },
  };
}

/** The record of the organisation's domain; where it has none, that of the public suffix above it (RFC 9989 section 4.10.2). */
function pickInherited(domain: string, steps: Step[]): Step | undefined {
  const last = steps.at(-1);
  if (last?.suffix !== "y") return last;
  const organisation = domain
    .split(".")
    .slice(-(last.at.split(".").length + 1))
    .join(".");
  return steps.find(({ at }) => at === organisation) ?? last;
}

/** A name without any record falls under `np` (RFC 9989 section 4.7); while that cannot be asked, it counts as existing. */
function inheritedAction(
  domain: string,
  { subdomainAction, missingNameAction }: DmarcRecord,
  ask: (name: string, type: RecordType) => DnsAnswer,
): DmarcAction {
  if (subdomainAction === missingNameAction) return subdomainAction;
  const answer = ask(domain, "A");
  return answer.status === "absent" && answer.reason === "ENOTFOUND" && answer.aliases.length === 0
    ? missingNameAction
    : subdomainAction;
}
