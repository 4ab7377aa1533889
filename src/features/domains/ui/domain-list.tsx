import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { EmptyState } from "~/ui/empty-state";
import { GlobeIcon } from "~/ui/icons";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import type { DomainPage } from "../schema";
import { AddDomainButton } from "./add-domain-button";
import { DomainTable } from "./domain-table";

/** The page of all domains; `after` is the cursor in the address, if this is not the first page. */
export function DomainList(props: { page: DomainPage | undefined; after: string | undefined; canEdit: boolean }) {
  const isEmpty = () => props.page?.domains.length === 0 && !props.after;
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
        <DomainTable domains={props.page?.domains} />
      </Show>
      <div class="flex flex-wrap gap-2 mt-4">
        <Show when={props.after}>
          <LinkButton href="/admin/domains">{t("domains.firstPage")}</LinkButton>
        </Show>
        <Show when={props.page?.next}>
          {(next) => <LinkButton href={`/admin/domains?after=${next()}`}>{t("domains.nextPage")}</LinkButton>}
        </Show>
      </div>
    </>
  );
}
