import { createSignal, onCleanup, onMount } from "solid-js";
import { languageTag } from "~/lib/i18n/language-tag";

const minute = 60_000;
const [now, setNow] = createSignal(Date.now());
const [isBrowser, setIsBrowser] = createSignal(false);

/** Call once in the page: times are written in the browser's own time zone once there is one, and grow old with the minutes. */
export function keepTime(): void {
  onMount(() => {
    setIsBrowser(true);
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), minute);
    onCleanup(() => clearInterval(timer));
  });
}

const language = () => languageTag(isBrowser() ? navigator.language : "");
const timeZone = () => (isBrowser() ? undefined : "UTC");

/** Making one costs more than all else of a row. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(date: Date, language: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, known);
  return known.format(date);
}

/** `10:24` today, `Tue` in the last week, `12 Mar` this year, `12 Mar 2024` before; in the language and zone given. */
export function shortTime(at: Date, today: Date, language: string, zone?: string): string {
  const write = (options: Intl.DateTimeFormatOptions) => format(at, language, { ...options, timeZone: zone });
  const dayOf = (date: Date) => format(date, "en-CA", { timeZone: zone });
  const days = (Date.parse(dayOf(today)) - Date.parse(dayOf(at))) / 86_400_000;
  if (days === 0) return write({ hour: "numeric", minute: "2-digit" });
  if (days > 0 && days < 7) return write({ weekday: "short" });
  if (dayOf(at).slice(0, 4) === dayOf(today).slice(0, 4)) return write({ day: "numeric", month: "short" });
  return write({ day: "numeric", month: "short", year: "numeric" });
}

/** The time of a row or of a message that is folded up. */
export const listTime = (iso: string): string => shortTime(new Date(iso), new Date(now()), language(), timeZone());

/** The whole moment. */
export const fullTime = (iso: string): string =>
  format(new Date(iso), language(), { dateStyle: "full", timeStyle: "short", timeZone: timeZone() });

/** The day alone: `Tuesday, 3 November 2026`. */
export const dayText = (iso: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: "full", timeZone: timeZone() }).format(new Date(iso));
