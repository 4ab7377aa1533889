import { createAsync, useSearchParams } from "@solidjs/router";
import { createMemo, For, Show } from "solid-js";
import { localTime } from "~/features/auth/ui/audit/local-time";
import { cursorOf } from "~/lib/cursor-of";
import { t } from "~/lib/i18n/t";
import { EmptyState } from "~/ui/empty-state";
import { Keyed } from "~/ui/keyed";
import { HistoryIcon } from "~/ui/icons";
import { LinkButton } from "~/ui/link-button";
import { Skeleton } from "~/ui/skeleton";
import type { HistoryKind } from "../../schema/history";
import { useDomain } from "../domain-context";
import { HistoryRow } from "./history-row";
import { domainHistory } from "./queries";
import "./history.css";

const kinds = ["record", "state", "proof", "dkim", "change"] as const satisfies readonly HistoryKind[];

/** What happened to a domain, day by day, newest first; it grows by itself while it is open. */
export function HistoryView() {
  const { domain } = useDomain();
  const [search] = useSearchParams();
  const kind = () => kinds.find((one) => one === search.kind);
  const after = () => cursorOf(search.after);
  const page = createAsync(() => domainHistory(domain().id, kind(), after()));
  const time = localTime();
  const days = createMemo(() => [...Map.groupBy(page()?.lines ?? [], ({ at }) => time.dateOf(at))]);
  const path = () => `/admin/domains/${domain().id}/history`;
  const linkTo = (wanted?: string, cursor?: string) => {
    const params = new URLSearchParams({ ...(wanted ? { kind: wanted } : {}), ...(cursor ? { after: cursor } : {}) });
    return params.size > 0 ? `${path()}?${params}` : path();
  };
  const isUntouched = () => page()?.lines.length === 0 && !kind() && !after();
  return (
    <div class="grid gap-5">
      <Show when={!isUntouched()}>
        <nav data-slot="history-kinds" aria-label={t("watch.filterLabel")}>
          <For each={[undefined, ...kinds]}>
            {(one) => (
              <a href={linkTo(one)} aria-current={one === kind() ? "true" : undefined} noScroll>
                {t(`watch.filter_${one ?? "all"}`)}
              </a>
            )}
          </For>
        </nav>
      </Show>
      <Show when={page()} fallback={<Skeleton class="h-48" />}>
        {(found) => (
          <Show
            when={found().lines.length > 0}
            fallback={
              <EmptyState icon={<HistoryIcon />} title={t(kind() ? "watch.noMatchTitle" : "watch.emptyTitle")}>
                {t(kind() ? "watch.noMatchText" : "watch.emptyText")}
              </EmptyState>
            }
          >
            <div data-slot="history">
              <Keyed each={days()} by={([date]) => date}>
                {(day) => (
                  <section>
                    <h2>{time.dayName(day()[0])}</h2>
                    <ol>
                      <Keyed each={day()[1]} by={({ id }) => id}>
                        {(line) => <HistoryRow line={line()} records={domain().records} time={time} />}
                      </Keyed>
                    </ol>
                  </section>
                )}
              </Keyed>
            </div>
          </Show>
        )}
      </Show>
      <div class="flex flex-wrap gap-2">
        <Show when={after()}>
          <LinkButton href={linkTo(kind())}>{t("watch.newest")}</LinkButton>
        </Show>
        <Show when={page()?.next}>
          {(next) => <LinkButton href={linkTo(kind(), next())}>{t("watch.older")}</LinkButton>}
        </Show>
      </div>
    </div>
  );
}
