import { Show } from "solid-js";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";

/** One count of a range beside that of the range before it. */
export function Figure(props: { label: string; count: number; before: number; href?: string }) {
  const change = () => Math.round(((props.count - props.before) / props.before) * 100);
  const percent = () =>
    new Intl.NumberFormat(locale(), { style: "percent", signDisplay: "exceptZero" }).format(change() / 100);
  return (
    <Card>
      <p class="m-0 text-muted">{props.label}</p>
      <p class="m-0 text-2xl font-semibold [font-variant-numeric:tabular-nums]">
        {props.count.toLocaleString(locale())}
      </p>
      <p class="m-0 text-sm text-muted">
        <Show when={props.before > 0} fallback={t("analytics.noneBefore")}>
          {t("analytics.change", { percent: percent() })}
        </Show>
      </p>
    </Card>
  );
}
