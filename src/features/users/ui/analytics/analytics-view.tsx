import { createAsync, useSearchParams } from "@solidjs/router";
import { createSignal, For, onMount, Show } from "solid-js";
import { domainList } from "~/features/domains/ui/queries";
import { formatBytes } from "~/lib/bytes";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import { PageHeader } from "~/ui/page-header";
import { Select } from "~/ui/select";
import { Skeleton } from "~/ui/skeleton";
import type { GetTop, MailCounts, StatsRange } from "../../schema/stats";
import { userDetail } from "../queries";
import { ChartCard } from "./chart-card";
import { chartsOf } from "./charts-of";
import { Figure } from "./figure";
import { mailSeries } from "./queries";
import { TopList } from "./top-list";
import "./analytics.css";

const ranges = ["day", "week", "month"] as const satisfies readonly StatsRange[];
const shown = ["sent", "received", "bounced", "spam"] as const satisfies readonly (keyof MailCounts)[];
const kinds = ["sent", "received", "bounced", "spam", "failedSignIns"] as const satisfies readonly GetTop["by"][];

/** Mail over time: of everybody, of a domain, of one mailbox user. What is chosen stands in the address. */
export function AnalyticsView() {
  const [params, setParams] = useSearchParams<{ range?: string; domain?: string; user?: string; by?: string }>();
  // Only the browser knows where its days begin.
  const [timeZone, setTimeZone] = createSignal<string>();
  onMount(() => setTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC"));
  const range = () => ranges.find((one) => one === params.range) ?? "week";
  const by = () => kinds.find((one) => one === params.by) ?? "sent";
  const domains = createAsync(() => domainList());
  const user = createAsync(async () => (params.user ? userDetail(params.user) : undefined));
  const series = createAsync(async () => {
    const zone = timeZone();
    return zone
      ? mailSeries({ range: range(), domainId: params.domain, userId: params.user, timeZone: zone })
      : undefined;
  });
  const options = () => [
    { value: "", label: t("analytics.allDomains") },
    ...(domains()?.domains ?? []).map(({ id, displayName }) => ({ value: id, label: displayName })),
  ];
  const writeTime = (at: Date) =>
    new Intl.DateTimeFormat(
      locale(),
      range() === "day" ? { hour: "2-digit", minute: "2-digit" } : { day: "numeric", month: "short" },
    ).format(at);
  const write = {
    count: (value: number) => value.toLocaleString(locale()),
    bytes: (value: number) => formatBytes(value, locale()),
  };
  return (
    <>
      <PageHeader title={t("analytics.title")} description={user()?.address ?? t("analytics.description")} />
      <div data-slot="analytics-filter">
        <nav aria-label={t("analytics.range")}>
          <For each={ranges}>
            {(one) => (
              <button type="button" aria-pressed={one === range()} onClick={() => setParams({ range: one })}>
                {t(`analytics.range_${one}`)}
              </button>
            )}
          </For>
        </nav>
        <Show
          when={params.user}
          fallback={
            <Select
              label={t("analytics.domain")}
              hideLabel
              name="domain"
              value={params.domain ?? ""}
              options={options()}
              onChange={(event) => setParams({ domain: event.currentTarget.value || undefined })}
            />
          }
        >
          <a href={`/admin/analytics?range=${range()}`}>{t("analytics.everybody")}</a>
        </Show>
      </div>
      <Show when={series()} fallback={<Skeleton class="h-96" />}>
        {(found) => (
          <div class="grid gap-5 grid-cols-[minmax(0,1fr)]">
            <div class="grid gap-4 grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]">
              <For each={shown}>
                {(name) => (
                  <Figure label={t(`analytics.${name}`)} count={found().totals[name]} before={found().before[name]} />
                )}
              </For>
            </div>
            <For each={chartsOf(found())}>
              {(chart) => (
                <ChartCard
                  title={chart.title}
                  description={chart.description}
                  at={found().buckets.map(({ at }) => at)}
                  series={chart.series}
                  writeTime={writeTime}
                  writeValue={write[chart.unit]}
                />
              )}
            </For>
          </div>
        )}
      </Show>
      <Show when={!params.user && timeZone()}>
        <section class="mt-5 grid gap-4" aria-label={t("analytics.most")}>
          <Select
            label={t("analytics.mostOf")}
            name="by"
            class="max-w-64"
            value={by()}
            options={kinds.map((value) => ({ value, label: t(`analytics.${value}`) }))}
            onChange={(event) => setParams({ by: event.currentTarget.value }, { scroll: false })}
          />
          <div class="grid gap-4 grid-cols-[repeat(auto-fit,minmax(min(100%,20rem),1fr))]">
            <TopList
              title={t("analytics.topDomains")}
              input={{ range: range(), of: "domains", by: by(), domainId: params.domain, timeZone: timeZone()! }}
              linkTo={(id) => `/admin/analytics?range=${range()}&domain=${id}`}
            />
            <TopList
              title={t("analytics.topUsers")}
              input={{ range: range(), of: "users", by: by(), domainId: params.domain, timeZone: timeZone()! }}
              linkTo={(id) => `/admin/analytics?range=${range()}&user=${id}`}
            />
          </div>
        </section>
      </Show>
    </>
  );
}
