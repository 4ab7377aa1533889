import { createSignal, onMount } from "solid-js";
import { languageTag } from "~/lib/i18n/language-tag";
import { t } from "~/lib/i18n/t";

/**
 * Writes moments in the reader's own time zone and language. Only the browser knows them, so a page that comes from the server is written in
 * UTC, and again a moment later.
 */
export function localTime() {
  const [isBrowser, setBrowser] = createSignal(false);
  onMount(() => setBrowser(true));
  const zone = () => (isBrowser() ? undefined : "UTC");
  const write = (at: string | Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(languageTag(isBrowser() ? navigator.language : ""), {
      ...options,
      timeZone: zone(),
    }).format(new Date(at));
  /** `2026-11-22`, as inputs of dates have it. */
  const dateOf = (at: string | Date) => new Intl.DateTimeFormat("en-CA", { timeZone: zone() }).format(new Date(at));
  return {
    dateOf,
    time: (at: string) => write(at, { hour: "2-digit", minute: "2-digit", second: "2-digit" }),
    moment: (at: string) => write(at, { dateStyle: "long", timeStyle: "long" }),
    /** The name of a day of the form that `dateOf` gives. */
    dayName(date: string) {
      const now = Date.now();
      if (date === dateOf(new Date(now))) return t("audit.today");
      if (date === dateOf(new Date(now - 86_400_000))) return t("audit.yesterday");
      return write(new Date(`${date}T12:00:00${isBrowser() ? "" : "Z"}`), {
        ...{ weekday: "long", day: "numeric", month: "long", year: "numeric" },
      });
    },
  };
}

export type LocalTime = ReturnType<typeof localTime>;
