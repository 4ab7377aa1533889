import { getDomain } from "tldts";
import type { Fix } from "../../schema";
import { mergeDmarc, repairDmarc } from "./dmarc-merge";
import { findDmarcPolicy } from "./dmarc-policy";
import { isDmarc, parseDmarc } from "./dmarc-record";
import { notFound } from "./not-found";
import type { WantedRecord } from "./record-set";
import { cleanTyped, findTypedFault, hasForeignBlank } from "./typed-faults";
import { type Comparison, type Verdict, verdict } from "./verdict";

/** The policy for receivers (RFC 9989). Whatever valid policy stands there is the owner's decision and a match; `fix` is theirs with our reports added. */
export function compareDmarc(wanted: WantedRecord, comparison: Comparison): Verdict {
  const answer = comparison.ask(wanted.name, "TXT");
  if (answer.status === "unknown") return notFound(wanted, answer, comparison);
  const texts = answer.status === "found" ? answer.records : [];
  const records = texts.filter((text) => isDmarc(text) && !hasForeignBlank(text));
  const typed = texts.filter((text) => !records.includes(text) && isDmarc(cleanTyped(text)));
  const [record] = records;
  if (typed[0] !== undefined) {
    const fix = fixOf([...records, ...typed], [...records, ...typed.map(cleanTyped)], wanted, comparison);
    return {
      ...verdict("conflict", [...records, ...typed], findTypedFault(typed[0]) ?? "value_odd_space", {
        want: fix.value,
      }),
      fix,
    };
  }
  if (records.length > 1) {
    const fix = fixOf(records, records, wanted, comparison);
    return {
      ...verdict("conflict", records, "dmarc_several", { count: String(records.length), want: fix.value }),
      fix,
    };
  }
  if (record !== undefined) return comparePolicy(record, wanted, comparison);
  return compareAbsent(texts, wanted, comparison);
}

/** One line in place of all that `standing`, read as `meant`. */
function fixOf(standing: string[], meant: string[], { name }: WantedRecord, { platform }: Comparison): Fix {
  const value = mergeDmarc(meant, platform.reportsAddress);
  return {
    value,
    remove: standing.filter((text) => text !== value).map((text) => ({ name, type: "TXT", value: text })),
  };
}

function comparePolicy(text: string, wanted: WantedRecord, comparison: Comparison): Verdict {
  const fix = fixOf([text], [text], wanted, comparison);
  const record = parseDmarc(text);
  if (!record) return { ...verdict("conflict", [text], "dmarc_malformed", { want: fix.value }), fix };
  for (const uri of record.reports) {
    const host = /^mailto:[^@]+@([^!?]+)/i.exec(uri)?.[1]?.toLowerCase();
    if (!host) return { ...verdict("match", [text], "dmarc_report_not_mailto", { uri }), fix };
    if (isUnconfirmed(host, comparison))
      return { ...verdict("match", [text], "dmarc_report_unconfirmed", { host }), fix };
  }
  return text === wanted.value ? verdict("match", [text]) : { ...verdict("match", [text]), fix };
}

/** Reports to another organisation need its consent in DNS (RFC 9990 section 4); ours is given for every domain. */
function isUnconfirmed(host: string, { domain, platform, ask }: Comparison): boolean {
  if (host === platform.reportsAddress?.split("@")[1]) return false;
  if (getDomain(host, { allowPrivateDomains: true }) === getDomain(domain, { allowPrivateDomains: true })) return false;
  const consent = ask(`${domain}._report._dmarc.${host}`, "TXT");
  return consent.status === "absent" || (consent.status === "found" && !consent.records.some(isDmarc));
}

/** Without a record of its own, a domain may fall under one above it; and what stands there may have been meant as one. */
function compareAbsent(texts: string[], wanted: WantedRecord, comparison: Comparison): Verdict {
  const meant = texts.flatMap((text) => repairDmarc(text) ?? []);
  if (meant[0] !== undefined) {
    const standing = texts.filter((text) => repairDmarc(text) !== undefined);
    const fix = fixOf(standing, meant, wanted, comparison);
    return { ...verdict("missing", standing, "dmarc_unread", { found: standing[0] ?? "", want: fix.value }), fix };
  }
  const inherited = findDmarcPolicy(comparison.domain, comparison.ask);
  if (inherited.status === "unknown") return verdict("unknown", [], "could_not_ask", { reason: "ESERVFAIL" });
  if (inherited.status === "found") {
    const { at, record, action } = inherited.policy;
    return verdict("match_inherited", [record.text], "dmarc_inherited", { parent: at, policy: action });
  }
  return texts.length > 0
    ? verdict("missing", texts, "add")
    : notFound(wanted, comparison.ask(wanted.name, "TXT"), comparison);
}
