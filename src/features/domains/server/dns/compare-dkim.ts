import { notFound } from "./not-found";
import type { WantedRecord } from "./record-set";
import { parseTagList } from "./tag-list";
import { findTypedFault } from "./typed-faults";
import { type Comparison, type Verdict, verdict } from "./verdict";

const publicKeyOf = (tags: Map<string, string> | undefined) => tags?.get("p")?.replaceAll(/\s/g, "");

function isWellFormed(tags: Map<string, string>): boolean {
  const version = tags.get("v");
  return tags.has("p") && (version === undefined || (version === "DKIM1" && tags.keys().next().value === "v"));
}

/** A key that may not sign mail with SHA-256 (`s`, `h` of RFC 6376 section 3.6.1). */
function isForOtherUse(tags: Map<string, string>): boolean {
  const listed = (tag: string, accepted: string[]) => {
    const values = tags
      .get(tag)
      ?.split(":")
      .map((value) => value.trim());
    return !values || values.some((value) => accepted.includes(value));
  };
  return !listed("s", ["*", "email"]) || !listed("h", ["sha256"]);
}

/** The signing key at its selector (RFC 6376 section 3.6), also through an alias. */
export function compareDkim(wanted: WantedRecord, comparison: Comparison): Verdict {
  const answer = comparison.ask(wanted.name, "TXT");
  if (answer.status !== "found") return notFound(wanted, answer, comparison);
  const found = answer.records;
  if (found.length > 1) return verdict("conflict", found, "dkim_several", { count: String(found.length) });
  const text = found[0] ?? "";
  const typedFault = findTypedFault(text);
  if (typedFault) return verdict("conflict", found, typedFault, { want: wanted.value });
  const tags = parseTagList(text);
  const key = publicKeyOf(tags);
  const wantedTags = parseTagList(wanted.value);
  const wantedKey = publicKeyOf(wantedTags) ?? "";
  if (!tags || key === undefined || !isWellFormed(tags)) return verdict("conflict", found, "dkim_malformed");
  if (key === "") return verdict("conflict", found, "dkim_revoked");
  if (isForOtherUse(tags)) return verdict("conflict", found, "dkim_wrong_use");
  if (key === wantedKey && (tags.get("k") ?? "rsa") === wantedTags?.get("k")) return verdict("match", found);
  if (wantedKey.startsWith(key)) {
    return verdict("conflict", found, "dkim_truncated", { found: String(key.length), want: String(wantedKey.length) });
  }
  return verdict("stale", found, "dkim_other_key");
}
