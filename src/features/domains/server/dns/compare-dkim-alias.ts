import type { DnsAnswer } from "./dns-answer";
import { notFound } from "./not-found";
import type { WantedRecord } from "./record-set";
import { parseTagList } from "./tag-list";
import { type Comparison, type Verdict, verdict } from "./verdict";

function holdsKey(answer: DnsAnswer, wantedKey: string): boolean {
  if (answer.status !== "found" || answer.records.length !== 1) return false;
  const [found, wanted] = [answer.records[0] ?? "", wantedKey].map(parseTagList);
  const keyOf = (tags: Map<string, string> | undefined) => tags?.get("p")?.replaceAll(/\s/g, "");
  return keyOf(wanted) !== undefined && keyOf(found) === keyOf(wanted);
}

/**
 * An alias for the place where the operator keeps the key (RFC 6376 section 3.6.2.1 reads through aliases), and the key behind it once it is published.
 * The same key as text in place of the alias works too, until it has to be exchanged.
 */
export function compareDkimAlias(wanted: WantedRecord, comparison: Comparison): Verdict {
  const alias = comparison.ask(wanted.name, "CNAME");
  if (alias.status === "unknown") return notFound(wanted, alias, comparison);
  const key = comparison.ask(wanted.name, "TXT");
  if (alias.status === "absent") {
    if (key.status === "unknown") return notFound(wanted, key, comparison);
    if (key.status === "absent") return notFound(wanted, alias, comparison);
    if (wanted.key && holdsKey(key, wanted.key)) return verdict("match", key.records, "dkim_text_works");
    const remove = key.records.map((value) => ({ name: wanted.name, type: "TXT", value }));
    return { ...verdict("conflict", key.records, "dkim_text_in_the_way"), fix: { value: wanted.value, remove } };
  }
  const found = alias.records;
  if (found.length > 1 || found[0] !== wanted.value.toLowerCase())
    return verdict("stale", found, "alias_other", { found: found.join(", "), want: wanted.value });
  if (!wanted.key || holdsKey(key, wanted.key)) return verdict("match", found);
  if (key.status === "unknown") return notFound(wanted, key, comparison);
  return verdict("missing", found, "dkim_key_pending");
}
