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

/** `10:24` today, `Tue` in the last week, `12 Mar` this year, `12 Mar 2024` before; in the language and zone given. */
export function shortTime(at: Date, today: Date, language: string, zone?: string): string {
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: zone }).format(at);
  const dayOf = (date: Date) => new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(date);
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
  new Intl.DateTimeFormat(language(), { dateStyle: "full", timeStyle: "short", timeZone: timeZone() }).format(
    new Date(iso),
  );
