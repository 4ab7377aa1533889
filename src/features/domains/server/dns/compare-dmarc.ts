import { getDomain } from "tldts";
import { notFound } from "./not-found";
import type { WantedRecord } from "./record-set";
import { parseTagList } from "./tag-list";
import { cleanTyped, findTypedFault } from "./typed-faults";
import { type Comparison, type Verdict, verdict } from "./verdict";

const isDmarc = (text: string) => /^v\s*=\s*DMARC1\s*(?:;|$)/.test(text);
const policies = ["none", "quarantine", "reject"];
const maxWalk = 8;

/** The policy for receivers (RFC 9989). Whatever valid policy stands there is the owner's decision and a match. */
export function compareDmarc(wanted: WantedRecord, comparison: Comparison): Verdict {
  const answer = comparison.ask(wanted.name, "TXT");
  const texts = answer.status === "found" ? answer.records : [];
  const records = texts.filter(isDmarc);
  const typed = texts.find((text) => !isDmarc(text) && isDmarc(cleanTyped(text)));
  if (typed) return verdict("conflict", [typed], findTypedFault(typed) ?? "value_odd_space", { want: wanted.value });
  if (records.length > 1) return verdict("conflict", records, "dmarc_several", { count: String(records.length) });
  if (records[0] !== undefined) return comparePolicy(records[0], comparison);
  if (answer.status === "unknown") return notFound(wanted, answer, comparison);
  return (
    findInherited(comparison) ??
    (answer.status === "found" ? verdict("missing", texts, "add") : notFound(wanted, answer, comparison))
  );
}

function comparePolicy(text: string, comparison: Comparison): Verdict {
  const tags = parseTagList(text);
  const reports = tags?.get("rua");
  const policy = tags?.get("p") ?? "";
  if (!tags || (!policies.includes(policy) && !reports)) return verdict("conflict", [text], "dmarc_malformed");
  for (const uri of reports?.split(",").map((part) => part.trim()) ?? []) {
    const host = /^mailto:[^@]+@([^!?]+)/i.exec(uri)?.[1]?.toLowerCase();
    if (!host) return verdict("match", [text], "dmarc_report_not_mailto", { uri });
    if (isUnconfirmed(host, comparison)) return verdict("match", [text], "dmarc_report_unconfirmed", { host });
  }
  return verdict("match", [text]);
}

/** Reports to another organisation need its consent in DNS (RFC 9990 section 4); ours is given for every domain. */
function isUnconfirmed(host: string, { domain, platform, ask }: Comparison): boolean {
  if (host === platform.reportsAddress?.split("@")[1]) return false;
  if (getDomain(host, { allowPrivateDomains: true }) === getDomain(domain, { allowPrivateDomains: true })) return false;
  const consent = ask(`${domain}._report._dmarc.${host}`, "TXT");
  return consent.status === "absent" || (consent.status === "found" && !consent.records.some(isDmarc));
}

/** Without a record of its own, a domain falls under the nearest parent's (tree walk of RFC 9989 section 4.10), down to two labels. */
function findInherited({ domain, ask }: Comparison): Verdict | undefined {
  const labels = domain.split(".");
  const first = Math.max(1, labels.length - maxWalk + 1);
  for (let index = first; index <= labels.length - 2; index++) {
    const parent = labels.slice(index).join(".");
    const answer = ask(`_dmarc.${parent}`, "TXT");
    const records = answer.status === "found" ? answer.records.filter(isDmarc) : [];
    const tags = records.length === 1 ? parseTagList(records[0] ?? "") : undefined;
    if (tags && tags.get("psd") !== "y") {
      return verdict("match_inherited", records, "dmarc_inherited", {
        parent,
        policy: tags.get("sp") ?? tags.get("p") ?? "none",
      });
    }
  }
  return undefined;
}
