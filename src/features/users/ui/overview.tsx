import { Show } from "solid-js";
import { formatBytes } from "~/lib/bytes";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { PageHeader } from "~/ui/page-header";
import { Skeleton } from "~/ui/skeleton";
import type { Attention } from "../schema/stats";
import { AttentionList } from "./attention-list";
import { FirstSteps, type Step } from "./first-steps";

/** The panel's first page: what needs a look, figures, and what is left to do until mail flows. */
export function Overview(props: { read?: Attention }) {
  return (
    <>
      <PageHeader title={t("users.overviewTitle")} description={t("users.overviewText")} />
      <Show when={props.read} fallback={<Skeleton class="h-64" />}>
        {(read) => (
          <div class="grid gap-5">
            <Show when={read().users > 0} fallback={<FirstSteps steps={stepsOf(read())} />}>
              <AttentionList items={read().items} />
            </Show>
            <Figures read={read()} />
            <Show when={read().users > 0 && read().activeDomains === 0}>
              <FirstSteps steps={stepsOf(read())} />
            </Show>
          </div>
        )}
      </Show>
    </>
  );
}

function stepsOf({ domains, activeDomains, users }: Attention): Step[] {
  const step = (name: "Domain" | "Dns" | "User" | "Mail", href: string, isDone: boolean): Step => ({
    ...{ title: t(`users.step${name}`), text: t(`users.step${name}Text`), href, isDone },
  });
  return [
    step("Domain", "/admin/domains", domains > 0),
    step("Dns", "/admin/domains", activeDomains > 0),
    step("User", "/admin/users", users > 0),
    step("Mail", "/mail", false),
  ];
}

function Figures(props: { read: Attention }) {
  const { count, size } = {
    count: (value: number) => value.toLocaleString(locale()),
    size: (bytes: number) => formatBytes(bytes, locale()),
  };
  const plan = () => props.read.plan;
  return (
    <div class="grid gap-4 grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
      <Figure
        href="/admin/domains"
        label={t("users.figureDomains")}
        value={count(props.read.domains)}
        text={t("users.figureActive", { count: props.read.activeDomains })}
      />
      <Figure
        href="/admin/users"
        label={t("users.figureUsers")}
        value={count(props.read.users)}
        text={plan() && t("users.figureOfPlan", { max: plan()!.maxUsers })}
      />
      <Figure
        href="/admin/analytics"
        label={t("analytics.storageNow")}
        value={size(props.read.usedBytes)}
        text={plan() && t("analytics.ofPlan", { size: size(plan()!.maxBytes) })}
      />
      <Figure
        href="/admin/analytics?range=day"
        label={t("analytics.sentToday")}
        value={count(props.read.day.sent)}
        text={t("analytics.bouncedOf", { count: props.read.day.bounced })}
      />
      <Figure
        href="/admin/analytics?range=day"
        label={t("analytics.receivedToday")}
        value={count(props.read.day.received)}
        text={t("analytics.spamOf", { count: props.read.day.spam })}
      />
    </div>
  );
}

const Figure = (props: { href: string; label: string; value: string; text?: string }) => (
  <Card>
    <a href={props.href} class="text-muted">
      {props.label}
    </a>
    <p class="m-0 text-2xl font-semibold [font-variant-numeric:tabular-nums]">{props.value}</p>
    <p class="m-0 text-sm text-muted">{props.text}</p>
  </Card>
);
