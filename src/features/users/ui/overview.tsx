import { Show } from "solid-js";
import type { DomainPage } from "~/features/domains/schema";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { PageHeader } from "~/ui/page-header";
import type { UserPage } from "../schema";
import { FirstSteps, type Step } from "./first-steps";
import { usableDomains } from "./usable-domains";

/** The panel's first page: figures, and what to do next. */
export function Overview(props: { domains?: DomainPage; users?: UserPage }) {
  // Both are read at once: what is read only after the other has come would be waited for on its own.
  const isKnown = () => [props.domains, props.users].every(Boolean);
  const usable = () => usableDomains(props.domains);
  const hasUser = () => (props.users?.seats.used ?? 0) > 0;
  const unfinished = () => props.domains?.domains.find(({ id }) => !usable().some((domain) => domain.id === id));
  const step = (name: "Domain" | "Dns" | "User" | "Mail", href: string, isDone: boolean): Step => ({
    ...{ title: t(`users.step${name}`), text: t(`users.step${name}Text`), href, isDone },
  });
  const steps = () => [
    step("Domain", "/admin/domains", Boolean(props.domains?.domains.length)),
    step("Dns", `/admin/domains/${unfinished()?.id ?? ""}`, usable().length > 0),
    step("User", "/admin/users", hasUser()),
    step("Mail", "/mail", false),
  ];
  const count = (list: readonly unknown[] = [], next?: string) => `${list.length}${next ? "+" : ""}`;
  return (
    <>
      <PageHeader title={t("users.overviewTitle")} description={t("users.overviewText")} />
      <Show when={isKnown()}>
        <div class="grid gap-5">
          <div class="grid gap-4 grid-cols-[repeat(auto-fit,minmax(12rem,1fr))]">
            <Figure
              href="/admin/domains"
              label={t("users.figureDomains")}
              value={count(props.domains?.domains, props.domains?.next)}
              text={t("users.figureActive", { count: usable().length })}
            />
            <Figure
              href="/admin/users"
              label={t("users.figureUsers")}
              value={String(props.users?.seats.used)}
              text={t("users.figureOfPlan", { max: props.users?.seats.max ?? 0 })}
            />
          </div>
          <FirstSteps steps={steps()} />
        </div>
      </Show>
    </>
  );
}

const Figure = (props: { href: string; label: string; value: string; text: string }) => (
  <Card>
    <a href={props.href} class="text-muted">
      {props.label}
    </a>
    <p class="m-0 text-2xl font-semibold">{props.value}</p>
    <p class="m-0 text-sm text-muted">{props.text}</p>
  </Card>
);
