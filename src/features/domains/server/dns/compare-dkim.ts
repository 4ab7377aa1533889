import { compareDkimAlias } from "./compare-dkim-alias";
import { notFound } from "./not-found";
import type { WantedRecord } from "./record-set";
import { parseTagList } from "./tag-list";
import { findTypedFault } from "./typed-faults";
import { type Comparison, replacing, type Verdict, verdict } from "./verdict";

type Tags = Map<string, string>;

const publicKeyOf = (tags: Tags | undefined) => tags?.get("p")?.replaceAll(/\s/g, "");
const valuesOf = (tags: Tags, tag: string) =>
  tags
    .get(tag)
    ?.split(":")
    .map((value) => value.trim());

function isWellFormed(tags: Tags): boolean {
  const version = tags.get("v");
  return tags.has("p") && (version === undefined || (version === "DKIM1" && tags.keys().next().value === "v"));
}

/** A key that may not sign mail with SHA-256 (`s`, `h` of RFC 6376 section 3.6.1). */
function isForOtherUse(tags: Tags): boolean {
  const lists = (tag: string, accepted: string[]) =>
    valuesOf(tags, tag)?.some((value) => accepted.includes(value)) ?? true;
  return !lists("s", ["*", "email"]) || !lists("h", ["sha256"]);
}

/** Blanks around the list and between its parts mean nothing (RFC 6376 section 3.2). */
const trimPlain = (text: string) => text.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");

/** The signing key at its selector (RFC 6376 section 3.6), also through an alias. */
export function compareDkim(wanted: WantedRecord, comparison: Comparison): Verdict {
  if (wanted.type === "CNAME") return compareDkimAlias(wanted, comparison);
  const answer = comparison.ask(wanted.name, "TXT");
  if (answer.status !== "found") return notFound(wanted, answer, comparison);
  const found = answer.records;
  const [alias] = answer.aliases;
  const fix = alias ? replacing(wanted, [alias], { type: "CNAME" }) : replacing(wanted, found);
  const wantedTags = parseTagList(wanted.value);
  const judged =
    found.length > 1 ? compareSeveral(found, wantedTags) : compareOne(trimPlain(found[0] ?? ""), found, wantedTags);
  return judged.state === "match" ? judged : { ...judged, fix };
}

function compareOne(text: string, found: string[], wantedTags: Tags | undefined): Verdict {
  const conflict = (code: Parameters<typeof verdict>[2], vars?: Record<string, string>) =>
    verdict("conflict", found, code, vars);
  const typedFault = findTypedFault(text) ?? (text.includes('"') ? "value_quoted" : undefined);
  if (typedFault) return conflict(typedFault);
  const tags = parseTagList(text);
  const key = publicKeyOf(tags);
  const wantedKey = publicKeyOf(wantedTags) ?? "";
  if (!tags || key === undefined || !isWellFormed(tags)) return conflict("dkim_malformed");
  if (key === "") return conflict("dkim_revoked");
  if (isForOtherUse(tags)) return conflict("dkim_wrong_use");
  if (key === wantedKey) return compareRightKey(tags, found, wantedTags);
  if (wantedKey.startsWith(key))
    return conflict("dkim_truncated", { found: String(key.length), want: String(wantedKey.length) });
  if (key.toLowerCase() === wantedKey.toLowerCase()) return conflict("dkim_case");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(key)) return conflict("dkim_malformed");
  return verdict("stale", found, "dkim_other_key");
}

function compareRightKey(tags: Tags, found: string[], wantedTags: Tags | undefined): Verdict {
  const [type, want] = [tags, wantedTags].map((list) => list?.get("k") ?? "rsa");
  if (type !== want) return verdict("conflict", found, "dkim_wrong_type", { found: type ?? "", want: want ?? "" });
  return valuesOf(tags, "t")?.includes("y") ? verdict("match", found, "dkim_testing") : verdict("match", found);
}

/** Receivers may take any one of several records, so there must be one; a form may have made several out of the strings of one. */
function compareSeveral(found: string[], wantedTags: Tags | undefined): Verdict {
  const count = String(found.length);
  const head = found.find((text) => /\bp\s*=/.test(text));
  const tails = found.filter((text) => text !== head);
  const isWhole = [tails, tails.toReversed()].some((rest) => {
    const key = publicKeyOf(parseTagList([head, ...rest].join("")));
    return key !== undefined && key === publicKeyOf(wantedTags);
  });
  return verdict("conflict", found, isWhole ? "dkim_split" : "dkim_several", { count });
}
