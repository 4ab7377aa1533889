const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const zones: Record<string, number> = {
  ut: 0,
  gmt: 0,
  utc: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};
const pattern =
  /^\s*(?:[a-z]{3,9}\s*,?\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{2,4})\s+(\d{1,2})\s*:\s*(\d{1,2})(?:\s*:\s*(\d{1,2}))?\s*([+-]\d{4}|[a-z]{1,5})?/i;

/** "May 09 2017", as some programs write it. */
const monthFirst = /^(\s*(?:[a-z]{3,9}\s*,\s*)?)([a-z]{3,9})\s+(\d{1,2})\s*,?\s+(\d{4})\b/i;

/** A point in time with the offset its writer used. `at` is epoch milliseconds, `offset` minutes east of UTC. */
export type MessageDate = { at: number; offset: number };

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return text.length === 3 ? 1900 + year : year;
}

function zoneMinutes(zone: string | undefined): number {
  if (!zone) return 0;
  if (!/^[+-]/.test(zone)) return zones[zone.toLowerCase()] ?? 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5));
  return zone.startsWith("-") ? -minutes : minutes;
}

/** Parses an RFC 5322 date (obsolete forms too), or `null`. Comments are ignored. */
export function parseMessageDate(raw: string): MessageDate | null {
  const text = raw
    .slice(0, 400)
    .replace(/\([^()]*\)/g, " ")
    .replace(/\s+/g, " ");
  const match = pattern.exec(text.replace(monthFirst, "$1$3 $2 $4"));
  if (!match) return null;
  const [, day = "", monthName = "", year = "", hour = "", minute = "", second = "0", zone] = match;
  const month = months.indexOf(monthName.toLowerCase());
  if (month < 0 || Number(day) < 1 || Number(day) > 31 || Number(hour) > 23 || Number(minute) > 59) return null;
  const offset = zoneMinutes(zone);
  if (Math.abs(offset) >= 24 * 60) return null;
  const seconds = Math.min(Number(second), 59);
  const at = Date.UTC(fullYear(year), month, Number(day), Number(hour), Number(minute), seconds) - offset * 60_000;
  return Number.isFinite(at) ? { at, offset } : null;
}

/** RFC 8620 `Date`: RFC 3339 in the writer's own offset, upper-case `T`, no zero fraction. */
export function formatMessageDate({ at, offset }: MessageDate): string {
  const local = new Date(at + offset * 60_000).toISOString().replace(/\.\d{3}Z$/, "");
  if (offset === 0) return `${local}Z`;
  const minutes = Math.abs(offset);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${local}${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** RFC 8620 `UTCDate` of epoch milliseconds; a zero fraction is left out. */
export const formatUtcDate = (at: number): string => new Date(at).toISOString().replace(".000Z", "Z");
