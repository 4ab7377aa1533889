import { createAsync } from "@solidjs/router";
import { createEffect, createMemo, createSignal, on, onCleanup, onMount, Show, Suspense } from "solid-js";
import { t } from "~/lib/i18n/t";
import { announce } from "~/ui/announce";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { SearchIcon } from "~/ui/icons";
import type { Overview, ThreadSummary } from "../../schema";
import type { SearchHit, SearchPage } from "../../schema/search";
import { folderName } from "../folders";
import { Keyed } from "~/ui/keyed";
import { type Failed, hasFailed } from "../page-data";
import { pendingChanges } from "../pending-changes";
import { MailProblem } from "../reader-states";
import { foundMail, furtherMail } from "./find-mail";
import { HitRow } from "./hit-row";
import { pendingHits } from "./pending-hits";
import { rememberSearch } from "./recent-searches";
import { SearchHead } from "./search-head";
import { searchPath, searchText } from "./search-text";
import "./search.css";

/** Both undefined while the first answer is on its way. */
type Found = { query: string | undefined; read: SearchPage | Failed | undefined };

export type SearchResultsProps = {
  view: Overview;
  openThreadId: string | undefined;
  onKey: (event: KeyboardEvent, row: ThreadSummary) => void;
};

/** What was found, newest first. Old hits stay until those of the next search are there. */
export default function SearchResults(props: SearchResultsProps) {
  const pending = pendingChanges();
  // With something to begin with, or the whole page would wait for the first answer.
  const found = createAsync<Found>(
    async () => {
      const query = searchText();
      return { query, read: await foundMail(query) };
    },
    { initialValue: { query: undefined, read: undefined } },
  );
  const page = createMemo(() => {
    const { query, read } = found.latest;
    return read && query !== undefined && !hasFailed(read) ? { ...read, query } : undefined;
  });
  const failure = () => {
    const { read } = found.latest;
    return hasFailed(read) ? read.failure : undefined;
  };
  const hits = () => pendingHits(page()?.hits ?? [], pending());
  const total = () => page()?.total;
  createEffect(
    on(page, (now) => now?.query.trim() && announce(t("finding.found", { count: now.total ?? now.hits.length })), {
      defer: true,
    }),
  );
  const rows = (some: readonly SearchHit[]) => <Hits {...props} hits={some} query={page()?.query ?? ""} />;
  return (
    <>
      <SearchHead query={searchText()} total={total()} />
      <div data-slot="thread-scroll" aria-busy={found.latest.query !== searchText()}>
        <Show when={!failure()} fallback={<MailProblem failure={failure()!} />}>
          <Show when={hits().length > 0} fallback={<NothingFound query={page()?.query} />}>
            <ul data-slot="thread-list" aria-label={t("finding.results")}>
              {rows(hits())}
              <FurtherHits query={page()?.query ?? ""} after={page()?.next} rows={rows} />
            </ul>
          </Show>
        </Show>
      </div>
    </>
  );
}

type Rows = (hits: readonly SearchHit[]) => ReturnType<typeof Hits>;

function Hits(props: SearchResultsProps & { hits: readonly SearchHit[]; query: string }) {
  const nameOf = (id: string) => {
    const mailbox = props.view.mailboxes.find((known) => known.id === id);
    return mailbox ? [folderName(mailbox)] : [];
  };
  return (
    <Keyed each={props.hits} by={(hit) => hit.threadId}>
      {(hit) => (
        <HitRow
          hit={hit()}
          href={searchPath(props.query, hit().threadId)}
          isOpen={hit().threadId === props.openThreadId}
          own={props.view.me.address}
          folders={hit().mailboxIds.flatMap(nameOf)}
          onOpen={() => rememberSearch(props.view.me.address, props.query)}
          onKey={props.onKey}
        />
      )}
    </Keyed>
  );
}

/** The hits below, once one scrolls near them. */
function FurtherHits(props: { query: string; after: string | undefined; rows: Rows }) {
  const [wanted, setWanted] = createSignal<string>();
  return (
    <Show when={props.after}>
      {(after) => (
        <Suspense fallback={<More isBusy onWanted={() => {}} />}>
          <Show
            when={wanted() === `${after()} ${props.query}`}
            fallback={<More onWanted={() => setWanted(`${after()} ${props.query}`)} />}
          >
            <FurtherPage query={props.query} after={after()} rows={props.rows} />
          </Show>
        </Suspense>
      )}
    </Show>
  );
}

function FurtherPage(props: { query: string; after: string; rows: Rows }) {
  const pending = pendingChanges();
  const page = createAsync(() => furtherMail(props.query, props.after));
  const read = () => {
    const now = page();
    return now && !hasFailed(now) ? now : undefined;
  };
  return (
    <Show when={read()}>
      {(read) => (
        <>
          {props.rows(pendingHits(read().hits, pending()))}
          <FurtherHits query={props.query} after={read().next} rows={props.rows} />
        </>
      )}
    </Show>
  );
}

function More(props: { isBusy?: boolean; onWanted: () => void }) {
  let element!: HTMLLIElement;
  onMount(() => {
    const watcher = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && props.onWanted(),
      { scrollMargin: "600px" },
    );
    watcher.observe(element);
    onCleanup(() => watcher.disconnect());
  });
  return (
    <li ref={element} class="p-3 flex justify-center">
      <Button size="sm" busy={props.isBusy} onClick={() => props.onWanted()}>
        {t("common.loadMore")}
      </Button>
    </li>
  );
}

/** `query` is undefined while the first answer is on its way. */
const NothingFound = (props: { query: string | undefined }) => (
  <Show when={props.query !== undefined}>
    <Show
      when={props.query?.trim()}
      fallback={
        <EmptyState icon={<SearchIcon />} title={t("finding.hintTitle")}>
          {t("finding.hintText")}
        </EmptyState>
      }
    >
      <EmptyState icon={<SearchIcon />} title={t("finding.nothingTitle")}>
        {t("finding.nothingText")}
      </EmptyState>
    </Show>
  </Show>
);
