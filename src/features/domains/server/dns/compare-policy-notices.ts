import type { AdviceCode } from "../../schema";
import { notFound } from "./not-found";
import type { WantedRecord } from "./record-set";
import { parseTagList } from "./tag-list";
import { cleanTyped, findTypedFault } from "./typed-faults";
import { type Comparison, replacing, type Verdict, verdict } from "./verdict";

type Notices = { records: string[] } | { verdict: Verdict };

/** The records of one kind at a name: exactly one counts, and what was spoilt on its way there is recognised. */
function readNotices(
  wanted: WantedRecord,
  comparison: Comparison,
  { isNotice, several }: { isNotice: RegExp; several: AdviceCode },
): Notices {
  const answer = comparison.ask(wanted.name, "TXT");
  if (answer.status !== "found") return { verdict: notFound(wanted, answer, comparison) };
  const records = answer.records.filter((text) => isNotice.test(text));
  if (records.length > 1) {
    const count = String(records.length);
    return { verdict: verdict("conflict", records, several, { count }, replacing(wanted, records)) };
  }
  if (records.length === 1) return { records };
  const typed = answer.records.find((text) => isNotice.test(cleanTyped(text)));
  if (typed) {
    const code = findTypedFault(typed) ?? "value_odd_space";
    return { verdict: verdict("conflict", [typed], code, {}, replacing(wanted, [typed])) };
  }
  return { verdict: verdict("missing", answer.records, "add_beside", { name: wanted.name, type: "TXT" }) };
}

/** While no policy is served anywhere, its id says nothing yet: that the host is missing is told at its own record. */
function hasPolicyHost({ domain, ask }: Comparison): boolean {
  const address = ask(`mta-sts.${domain}`, "A");
  return address.status === "found" || (address.status === "absent" && address.aliases.length > 0);
}

/** The notice of an MTA-STS policy (RFC 8461 section 3.1): exactly one, with an id of letters and digits. */
export function compareMtaSts(wanted: WantedRecord, comparison: Comparison): Verdict {
  const notices = readNotices(wanted, comparison, { isNotice: /^v=STSv1\s*;/, several: "sts_several" });
  if ("verdict" in notices) return notices.verdict;
  const { records } = notices;
  const policyId = parseTagList(records[0] ?? "")?.get("id");
  const fix = replacing(wanted, records);
  if (!policyId || !/^[A-Za-z0-9]{1,32}$/.test(policyId)) return verdict("conflict", records, "sts_malformed", {}, fix);
  const isOurs = policyId === parseTagList(wanted.value)?.get("id");
  return isOurs || !hasPolicyHost(comparison)
    ? verdict("match", records)
    : verdict("stale", records, "sts_other", {}, fix);
}

/** Where reports on failed TLS go (RFC 8460 section 3); any mailbox or address that takes them will do. */
export function compareTlsRpt(wanted: WantedRecord, comparison: Comparison): Verdict {
  const notices = readNotices(wanted, comparison, { isNotice: /^v=TLSRPTv1\s*;/, several: "tls_rpt_several" });
  if ("verdict" in notices) return notices.verdict;
  const { records } = notices;
  const reports =
    parseTagList(records[0] ?? "")
      ?.get("rua")
      ?.split(",") ?? [];
  const isUsable = reports.length > 0 && reports.every((uri) => /^(?:mailto:.+@.+|https:\/\/.+)$/i.test(uri.trim()));
  return isUsable
    ? verdict("match", records)
    : verdict("conflict", records, "tls_rpt_malformed", {}, replacing(wanted, records));
}
