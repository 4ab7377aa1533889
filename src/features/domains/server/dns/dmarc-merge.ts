import { type DmarcAction, isDmarc, parseDmarc, readDmarcTags, splitReports } from "./dmarc-record";

const softness: DmarcAction[] = ["none", "quarantine", "reject"];
/** Nobody types more. */
const longestRepaired = 4096;
/** Gone since RFC 9989. */
const obsolete = new Set(["pct", "rf", "ri"]);

/**
 * One record out of what stands there, with our address for reports beside theirs. The softest policy wins, a share of messages (`pct`) becomes
 * test mode, and everything else is kept: nobody's policy is made stricter behind their back.
 */
export function mergeDmarc(texts: string[], reportsAddress: string | undefined): string {
  const softest = texts.toSorted((a, b) => strengthOf(a) - strengthOf(b))[0] ?? "v=DMARC1";
  const tags = firstTags(softest);
  const ours = reportsAddress ? [`mailto:${reportsAddress}`] : [];
  const theirs = texts.flatMap((text) => splitReports(firstTags(text).get("rua")));
  const reports = unique([...theirs, ...ours]);
  const isShare = Number(tags.get("pct") ?? "100") < 100 && !tags.has("t");
  const action = parseDmarc(softest)?.action ?? "none";
  const kept = [...tags].filter(
    ([name]) => !obsolete.has(name) && !["v", "p", "rua"].includes(name) && isSound(name, tags),
  );
  return [
    "v=DMARC1",
    `p=${action}`,
    ...kept.map(([name, value]) => `${name}=${value}`),
    ...(isShare ? ["t=y"] : []),
    ...(reports.length > 0 ? [`rua=${reports.join(",")}`] : []),
  ].join("; ");
}

/** A record that was meant to be one, written so that it is. `undefined` when nothing of the kind can be seen. */
export function repairDmarc(text: string): string | undefined {
  if (text.length > longestRepaired) return undefined;
  const repaired = text
    .replace(/^\s*v\s*=\s*dmarc1?(?=[\s;,.]|$)/i, "v=DMARC1")
    .replace(/^v=DMARC1\s*[,.]?\s*(?=\s[a-z]+\s*=)/i, "v=DMARC1; ")
    .replaceAll(/,\s*(?=(?:p|sp|np|rua|ruf|fo|adkim|aspf|t|psd|pct|rf|ri)\s*=)/gi, "; ");
  return isDmarc(repaired) && !isDmarc(text) ? repaired : undefined;
}

/** Where a tag stands twice, the first counts. */
function firstTags(text: string): Map<string, string> {
  const tags = new Map<string, string>();
  for (const spec of text.split(";")) {
    for (const [name, value] of readDmarcTags(spec) ?? []) if (!tags.has(name)) tags.set(name, value);
  }
  return tags;
}

const strengthOf = (text: string) => softness.indexOf(parseDmarc(text)?.action ?? "none");
const isSound = (name: string, tags: Map<string, string>) =>
  !["sp", "np"].includes(name) || softness.some((action) => action === tags.get(name)?.toLowerCase());

function unique(uris: string[]): string[] {
  const seen = new Set<string>();
  return uris.filter((uri) => !seen.has(uri.toLowerCase()) && seen.add(uri.toLowerCase()));
}
