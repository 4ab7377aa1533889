import { notFound } from "./not-found";
import type { WantedRecord } from "./record-set";
import { parseTagList } from "./tag-list";
import { type Comparison, type Verdict, verdict } from "./verdict";

/** The notice of an MTA-STS policy (RFC 8461 section 3.1): exactly one, with an id of letters and digits. */
export function compareMtaSts(wanted: WantedRecord, comparison: Comparison): Verdict {
  const answer = comparison.ask(wanted.name, "TXT");
  if (answer.status !== "found") return notFound(wanted, answer, comparison);
  const records = answer.records.filter((text) => /^v=STSv1\s*;/.test(text));
  if (records.length === 0) return verdict("missing", answer.records, "add");
  if (records.length > 1) return verdict("conflict", records, "sts_several", { count: String(records.length) });
  const policyId = parseTagList(records[0] ?? "")?.get("id");
  if (!policyId || !/^[A-Za-z0-9]{1,32}$/.test(policyId)) return verdict("conflict", records, "sts_malformed");
  return policyId === parseTagList(wanted.value)?.get("id")
    ? verdict("match", records)
    : verdict("stale", records, "sts_other", { want: wanted.value });
}

/** Where reports on failed TLS go (RFC 8460 section 3); any mailbox or address that takes them will do. */
export function compareTlsRpt(wanted: WantedRecord, comparison: Comparison): Verdict {
  const answer = comparison.ask(wanted.name, "TXT");
  if (answer.status !== "found") return notFound(wanted, answer, comparison);
  const records = answer.records.filter((text) => /^v=TLSRPTv1\s*;/.test(text));
  if (records.length === 0) return verdict("missing", answer.records, "add");
  const reports =
    parseTagList(records[0] ?? "")
      ?.get("rua")
      ?.split(",") ?? [];
  const isUsable =
    records.length === 1 &&
    reports.length > 0 &&
    reports.every((uri) => /^(?:mailto:.+@|https:\/\/)/i.test(uri.trim()));
  return isUsable
    ? verdict("match", records)
    : verdict("conflict", records, "tls_rpt_malformed", { want: wanted.value });
}
