import { For } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { lazyPart } from "~/ui/lazy-part";
import type { ChartSeries } from "~/ui/time-chart";

const TimeChart = lazyPart(
  () => import("~/ui/time-chart"),
  () => {},
);

type ChartCardProps = {
  title: string;
  description?: string;
  at: readonly string[];
  series: readonly ChartSeries[];
  writeTime: (at: Date) => string;
  writeValue: (value: number) => string;
};

/** A chart, and below it the same figures as a table. */
export function ChartCard(props: ChartCardProps) {
  return (
    <Card title={props.title} description={props.description}>
      <div class="min-h-64">
        <TimeChart
          label={t("analytics.chartOf", { title: props.title })}
          at={props.at}
          series={props.series}
          writeTime={props.writeTime}
          writeValue={props.writeValue}
        />
      </div>
      <details class="mt-3">
        <summary class="cursor-pointer text-accent">{t("analytics.asTable")}</summary>
        <div class="mt-2">
          <table data-slot="figures">
            <caption class="sr-only">{props.title}</caption>
            <thead>
              <tr>
                <th scope="col">{t("analytics.time")}</th>
                <For each={props.series}>{({ label }) => <th scope="col">{label}</th>}</For>
              </tr>
            </thead>
            <tbody>
              <For each={props.at}>
                {(at, index) => (
                  <tr>
                    <th scope="row">{props.writeTime(new Date(at))}</th>
                    <For each={props.series}>
                      {({ values }) => {
                        const value = () => values[index()] ?? null;
                        return <td>{value() === null ? "–" : props.writeValue(value()!)}</td>;
                      }}
                    </For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </details>
    </Card>
  );
}
