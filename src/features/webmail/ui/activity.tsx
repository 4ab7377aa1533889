import { createSignal, Show } from "solid-js";
import { AuditDays } from "~/features/auth/ui/audit/audit-days";
import { localTime } from "~/features/auth/ui/audit/local-time";
import { actorText } from "~/features/auth/ui/audit/words";
import { t } from "~/lib/i18n/t";
import { EmptyState } from "~/ui/empty-state";
import { ArrowLeftIcon, HistoryIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import type { ActivityPage } from "../schema";
import { hasFailed, type Failed } from "./page-data";

type Entry = ActivityPage["entries"][number];

const AuditDetails = lazyPart(
  () => import("~/features/auth/ui/audit/audit-details"),
  (part) => part.onClose(),
);

/** The page on which a mailbox's owner sees what happened to it; `after` when it is not the first. */
export function Activity(props: { page: ActivityPage | Failed; after?: string }) {
  const time = localTime();
  const [opened, setOpened] = createSignal<Entry>();
  const read = () => (hasFailed(props.page) ? undefined : props.page);
  const actor = (entry: Entry) => (entry.actor.kind === "mailbox" ? t("audit.byYou") : actorText(entry.actor));
  return (
    <main id="main" tabindex={-1} class="mx-auto max-w-200 p-5">
      <LinkButton href="/mail/inbox" variant="ghost" size="sm" icon={<ArrowLeftIcon size={16} />}>
        {t("audit.activityBack")}
      </LinkButton>
      <div class="mt-4">
        <PageHeader title={t("audit.activityTitle")} description={t("audit.activityText")} />
      </div>
      <Show when={read()} fallback={<Notice tone="danger">{t("audit.activityFailed")}</Notice>}>
        {(page) => (
          <Show
            when={page().entries.length > 0}
            fallback={
              <EmptyState icon={<HistoryIcon />} title={t("audit.emptyTitle")}>
                {t("audit.activityEmptyText")}
              </EmptyState>
            }
          >
            <AuditDays entries={page().entries} time={time} onOpen={setOpened} actor={actor} hidesSubject />
          </Show>
        )}
      </Show>
      <div class="flex flex-wrap gap-2 mt-4">
        <Show when={props.after}>
          <LinkButton href="/mail/activity">{t("audit.newest")}</LinkButton>
        </Show>
        <Show when={read()?.next}>
          {(next) => (
            <LinkButton href={`/mail/activity?after=${encodeURIComponent(next())}`}>{t("audit.older")}</LinkButton>
          )}
        </Show>
      </div>
      <Show when={opened()}>
        {(entry) => <AuditDetails entry={entry()} time={time} canFilter={false} onClose={() => setOpened(undefined)} />}
      </Show>
    </main>
  );
}
