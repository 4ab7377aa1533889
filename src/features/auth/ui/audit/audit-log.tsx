import { createSignal, Match, Show, Switch } from "solid-js";
import { t } from "~/lib/i18n/t";
import { EmptyState } from "~/ui/empty-state";
import { HistoryIcon, SearchIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { Skeleton } from "~/ui/skeleton";
import type { AuditEntry, AuditPage } from "../../schema/audit";
import { AuditDays } from "./audit-days";
import { AuditFilters } from "./audit-filters";
import { isFiltered, queryOf } from "./audit-view";
import { ExportButton } from "./export-button";
import { localTime } from "./local-time";
import type { AuditView } from "./queries";
import { actorText, kindText, subjectText } from "./words";

const AuditDetails = lazyPart(
  () => import("./audit-details"),
  (part) => part.onClose(),
);

/** The page of the audit log; `isWhole` when the member may read all of it. */
export function AuditLog(props: { page?: AuditPage & { isWhole: boolean }; view: AuditView }) {
  const time = localTime();
  const [opened, setOpened] = createSignal<AuditEntry>();
  const entries = () => props.page?.entries;
  const isWhole = () => props.page?.isWhole ?? false;
  const filter = () => ({ ...props.view, after: undefined });
  const pageLink = (after?: string) => `/admin/audit${queryOf({ ...props.view, after })}`;
  const nameOf = (reference: string) => {
    const isMeant = ({ kind, id }: { kind: string; id: string }) => `${kind}:${id}` === reference;
    const { actor } = entries()?.find((entry) => isMeant(entry.actor)) ?? {};
    const { subject } = entries()?.find(({ subject: { type, id } }) => isMeant({ kind: type, id })) ?? {};
    if (actor) return actorText(actor);
    return subject ? subjectText(subject) : kindText(reference.split(":")[0]!);
  };
  return (
    <>
      <PageHeader
        title={t("audit.title")}
        description={isWhole() ? t("audit.description") : t("audit.descriptionMine")}
        actions={
          <Show when={isWhole()}>
            <ExportButton href={`/admin/audit.csv${queryOf(filter(), "text")}`} label={t("audit.exportCsv")} />
          </Show>
        }
      />
      <Show when={isFiltered(props.view) || props.view.after || entries()?.length}>
        <AuditFilters view={props.view} time={time} nameOf={nameOf} />
      </Show>
      <Show when={entries()} fallback={<Skeleton class="h-48" />}>
        {(found) => (
          <Show
            when={found().length > 0}
            fallback={<NoEntries isFiltered={isFiltered(props.view)} hasMore={!!props.page?.next} />}
          >
            <AuditDays entries={found()} time={time} onOpen={setOpened} />
          </Show>
        )}
      </Show>
      <Show when={props.page?.searchedTo}>
        {(at) => <p class="mt-4 text-muted text-sm">{t("audit.searchedTo", { time: time.moment(at()) })}</p>}
      </Show>
      <div class="flex flex-wrap gap-2 mt-4">
        <Show when={props.view.after}>
          <LinkButton href={pageLink()}>{t("audit.newest")}</LinkButton>
        </Show>
        <Show when={props.page?.next}>
          {(next) => (
            <LinkButton href={pageLink(next())}>
              {props.page?.searchedTo ? t("audit.searchOn") : t("audit.older")}
            </LinkButton>
          )}
        </Show>
      </div>
      <Show when={opened()}>
        {(entry) => (
          <AuditDetails entry={entry()} time={time} canFilter={isWhole()} onClose={() => setOpened(undefined)} />
        )}
      </Show>
    </>
  );
}

const NoEntries = (props: { isFiltered: boolean; hasMore: boolean }) => (
  <Switch
    fallback={
      <EmptyState icon={<HistoryIcon />} title={t("audit.emptyTitle")}>
        {t("audit.emptyText")}
      </EmptyState>
    }
  >
    <Match when={props.isFiltered}>
      <EmptyState icon={<SearchIcon />} title={t("audit.noMatchTitle")}>
        {props.hasMore ? undefined : t("audit.noMatchText")}
      </EmptyState>
    </Match>
  </Switch>
);
