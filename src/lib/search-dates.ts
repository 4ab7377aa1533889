const longest: Record<string, number> = { h: 24 * 3660, d: 3660, w: 522, m: 120, y: 100 };

/** `3d`, `2w`, `6m`, `1y`, `12h`. */
export function isAge(text: string): boolean {
  const [, count, unit] = /^(\d{1,5})([hdwmy])$/i.exec(text) ?? [];
  return unit !== undefined && Number(count) <= longest[unit.toLowerCase()]!;
}

const spoken = new Set(["today", "yesterday"]);

/** A day, a month or a year as it is always written (`2026-03-05`, `2026-03`, `2026`), or `today` and `yesterday`; `undefined` for what is no date. */
export function dateOf(text: string): string | undefined {
  const small = text.toLowerCase();
  if (spoken.has(small)) return small;
  const [, year, month, day] = /^((?:19|20)\d\d)(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text) ?? german(text);
  if (!year) return undefined;
  const parts = [year, month?.padStart(2, "0"), day?.padStart(2, "0")].filter((part) => part !== undefined);
  const [, at = 1, on = 1] = parts.map(Number);
  const date = new Date(Date.UTC(Number(year), at - 1, on));
  return date.getUTCMonth() === at - 1 && date.getUTCDate() === on ? parts.join("-") : undefined;
}

/** `5.3.2026`. */
function german(text: string): (string | undefined)[] {
  const [whole, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)$/.exec(text) ?? [];
  return [whole, year, month, day];
}

type Day = { year: number; month: number; day: number };

/** What the clock on the wall shows in a zone, as if it were UTC; epoch milliseconds. */
function wallTime(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric" },
    ...{ hour: "numeric", minute: "numeric", second: "numeric" },
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
}

/** When a day begins in a zone. Asked twice, for the clock may be set between the guess and the day. */
function dayStart({ year, month, day }: Day, zone: string): Date {
  const wanted = Date.UTC(year, month - 1, day);
  let at = wanted;
  for (let turn = 0; turn < 2; turn++) at += wanted - wallTime(at, zone);
  return new Date(at);
}

/** From when until when (exclusive) a date of `dateOf` lasts in that IANA zone. */
export function spanOf(date: string, zone: string, now: Date): [from: Date, until: Date] {
  if (spoken.has(date)) {
    const here = new Date(wallTime(now.getTime(), zone));
    const day = here.getUTCDate() - (date === "yesterday" ? 1 : 0);
    const from = { year: here.getUTCFullYear(), month: here.getUTCMonth() + 1, day };
    return [dayStart(from, zone), dayStart({ ...from, day: day + 1 }, zone)];
  }
  const [year = 1970, month, day] = date.split("-").map(Number);
  const from = { year, month: month ?? 1, day: day ?? 1 };
  const until = day ? { ...from, day: day + 1 } : month ? { ...from, month: month + 1 } : { ...from, year: year + 1 };
  return [dayStart(from, zone), dayStart(until, zone)];
}

/** The moment that is an age (`isAge`) before now. */
export function before(now: Date, age: string): Date {
  const count = Number.parseInt(age, 10);
  const at = new Date(now);
  const back = {
    h: () => at.setUTCHours(at.getUTCHours() - count),
    d: () => at.setUTCDate(at.getUTCDate() - count),
    w: () => at.setUTCDate(at.getUTCDate() - 7 * count),
    m: () => at.setUTCMonth(at.getUTCMonth() - count),
    y: () => at.setUTCFullYear(at.getUTCFullYear() - count),
  }[age.at(-1) as "h" | "d" | "w" | "m" | "y"];
  back();
  return at;
}
