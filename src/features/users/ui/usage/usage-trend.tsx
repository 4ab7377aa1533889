import { Show } from "solid-js";
import { formatBytes } from "~/lib/bytes";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import type { UserUsage } from "../../schema/usage";

const [width, height] = [240, 40];

/** How a mailbox grew within 30 days: a line for a glance, and the same in words. */
export function UsageTrend(props: { trend: UserUsage["trend"] }) {
  const first = () => props.trend[0];
  const last = () => props.trend.at(-1);
  const points = () => {
    const most = Math.max(1, ...props.trend.map(({ usedBytes }) => usedBytes));
    const from = Date.parse(first()?.day ?? "");
    const span = Math.max(1, Date.parse(last()?.day ?? "") - from);
    return props.trend
      .map(({ day, usedBytes }) => {
        const x = ((Date.parse(day) - from) / span) * width;
        return `${x.toFixed(1)},${(height - 2 - (usedBytes / most) * (height - 4)).toFixed(1)}`;
      })
      .join(" ");
  };
  const difference = () => (last()?.usedBytes ?? 0) - (first()?.usedBytes ?? 0);
  const sentence = () => {
    const size = formatBytes(Math.abs(difference()), locale());
    if (difference() === 0) return t("usage.trendSame");
    return difference() > 0 ? t("usage.trendMore", { size }) : t("usage.trendLess", { size });
  };
  return (
    <Show when={props.trend.length > 1}>
      <div class="flex flex-wrap items-center gap-4">
        <svg viewBox={`0 0 ${width} ${height}`} class="w-60 max-w-full h-10 text-accent" aria-hidden="true">
          <polyline points={points()} fill="none" stroke="currentColor" stroke-width="2" />
        </svg>
        <p class="text-sm text-muted">{sentence()}</p>
      </div>
    </Show>
  );
}
