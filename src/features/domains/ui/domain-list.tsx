import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { EmptyState } from "~/ui/empty-state";
import { GlobeIcon } from "~/ui/icons";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import type { DomainPage } from "../schema";
import { AddDomainButton } from "./add-domain-button";
import { DomainFilter } from "./domain-filter";
import { DomainTable } from "./domain-table";
import type { DomainFilter as Filter } from "./queries";

/** The page of all domains: those that need somebody first, then all that are asked for. */
export function DomainList(props: { page: DomainPage | undefined; filter: Filter; canEdit: boolean }) {
  const total = () => Object.values(props.page?.counts ?? {}).reduce((sum, count) => sum + count, 0);
  const isEmpty = () => props.page !== undefined && total() === 0;
  // A handful is seen at a glance.
  const isLong = () => total() > 5 || Boolean(props.filter.search || props.filter.state);
  const isApart = () => (props.page?.trouble.length ?? 0) > 0 && isLong();
  const nextAddress = (after: string) => {
    const { state, search } = props.filter;
    return `/admin/domains?${new URLSearchParams({ after, ...(state && { state }), ...(search && { search }) })}`;
  };
  return (
    <>
      <PageHeader
        title={t("domains.title")}
        description={t("domains.description")}
        actions={
          <Show when={props.canEdit}>
            <AddDomainButton acceptsTestNames={props.page?.acceptsTestNames ?? false} />
          </Show>
        }
      />
      <Show
        when={!isEmpty()}
        fallback={
          <EmptyState icon={<GlobeIcon />} title={t("domains.emptyTitle")}>
            {t("domains.emptyText")}
          </EmptyState>
        }
      >
        <Show when={isApart()}>
          <section class="mb-5">
            <h2 class="text-base mb-2">{t("domains.listTrouble")}</h2>
            <DomainTable caption={t("domains.listTrouble")} domains={props.page?.trouble} />
          </section>
        </Show>
        <Show when={isLong()}>
          <DomainFilter filter={props.filter} counts={props.page?.counts ?? {}} />
        </Show>
        <DomainTable
          domains={props.page?.domains}
          caption={t("domains.title")}
          empty={<p class="text-muted">{t("domains.listNothing")}</p>}
        />
      </Show>
      <div class="flex flex-wrap gap-2 mt-4">
        <Show when={props.filter.after}>
          <LinkButton href="/admin/domains">{t("domains.firstPage")}</LinkButton>
        </Show>
        <Show when={props.page?.next}>
          {(next) => <LinkButton href={nextAddress(next())}>{t("domains.nextPage")}</LinkButton>}
        </Show>
      </div>
    </>
  );
}
