import { t } from "~/lib/i18n/t";
import type { ChartSeries } from "~/ui/time-chart";
import type { Series } from "../../schema/stats";

type Chart = { title: string; description?: string; unit: "count" | "bytes"; series: ChartSeries[] };
type Name = "sent" | "received" | "delivered" | "bounced" | "spam" | "failedSignIns" | "activeUsers" | "usedBytes";

/** The charts of one series: mail, trouble, who was there, and storage; what was not counted has none. */
export function chartsOf({ buckets }: Series): Chart[] {
  const line = (name: Name, tone: ChartSeries["tone"], line?: ChartSeries["line"]): ChartSeries => ({
    ...{ label: t(`analytics.${name}`), tone, line, values: buckets.map((bucket) => bucket[name]) },
  });
  const isKnown = (name: "activeUsers" | "usedBytes") => buckets.some((bucket) => bucket[name] !== null);
  return [
    {
      title: t("analytics.mail"),
      unit: "count",
      series: [line("received", "success"), line("sent", "accent", "dashed")],
    },
    {
      ...{ title: t("analytics.trouble"), unit: "count" },
      series: [line("bounced", "danger"), line("spam", "warning", "dashed"), line("failedSignIns", "accent", "dotted")],
    },
    ...(isKnown("activeUsers")
      ? [
          {
            ...{ title: t("analytics.people"), description: t("analytics.peopleText"), unit: "count" as const },
            series: [line("activeUsers", "accent")],
          },
        ]
      : []),
    ...(isKnown("usedBytes")
      ? [{ title: t("analytics.storage"), unit: "bytes" as const, series: [line("usedBytes", "accent")] }]
      : []),
  ];
}
