import { t } from "~/lib/i18n/t";

const minute = 60;
const hour = 3600;

/** A span of time as people say it, rounded up: `45 seconds`, `12 minutes`, `2 hours`. */
export function spanText(seconds: number): string {
  if (seconds < 90) return t("sight.seconds", { count: Math.max(0, Math.ceil(seconds)) });
  if (seconds < 90 * minute) return t("sight.minutes", { count: Math.ceil(seconds / minute) });
  return t("sight.hours", { count: Math.ceil(seconds / hour) });
}
