type Evidence = Record<string, unknown>;

const longestText = 600;
const longestList = 12;
const deepest = 4;
/** Octets of JSON that one line of the history may keep. */
const mostOctets = 6000;

/** What cannot be kept in a column is not evidence worth failing a check for. */
const storable = (text: string): string => {
  const clean = text.replaceAll("\u0000", "\ufffd").toWellFormed();
  return clean.length > longestText ? `${clean.slice(0, longestText).toWellFormed()}…` : clean;
};

function trim(value: unknown, depth: number): unknown {
  if (typeof value === "string") return storable(value);
  if (value === null || typeof value !== "object") return typeof value === "bigint" ? String(value) : value;
  if (depth > deepest) return "…";
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    const kept = value.slice(0, longestList).map((one) => trim(one, depth + 1));
    return value.length > longestList ? [...kept, `… ${value.length - longestList}`] : kept;
  }
  const entries = Object.entries(value).slice(0, longestList * 2);
  return Object.fromEntries(entries.map(([name, one]) => [storable(name), trim(one, depth + 1)]));
}

/** Answers of strangers' servers, small enough to be kept for each change: long texts and lists are cut, and say so. */
export function trimEvidence(evidence: Evidence): Evidence {
  const trimmed = trim(evidence, 0) as Evidence;
  const text = JSON.stringify(trimmed);
  if (Buffer.byteLength(text) <= mostOctets) return trimmed;
  const kept: Evidence = {};
  let octets = 0;
  for (const [name, value] of Object.entries(trimmed)) {
    octets += Buffer.byteLength(JSON.stringify(value ?? null)) + name.length + 8;
    if (octets > mostOctets) return { ...kept, "…": Buffer.byteLength(text) };
    kept[name] = value;
  }
  return kept;
}
