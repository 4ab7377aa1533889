import "~/features/auth/ui/panel-failures";
import { useIsRouting } from "@solidjs/router";
import { createEffect, createMemo, Match, Show, Switch } from "solid-js";
import { t } from "~/lib/i18n/t";
import { announce } from "~/ui/announce";
import { Button } from "~/ui/button";
import { EditIcon } from "~/ui/icons";
import { Logo } from "~/ui/logo";
import { MailShell } from "~/ui/mail-shell";
import { lazyPart } from "~/ui/lazy-part";
import { Title } from "~/ui/title";
import type { Overview } from "../schema";
import { type AnswerKind, emptyDraft } from "./composing/draft";
import { continuing } from "./parts/continuing";
import { pendingMessages, pendingView } from "./apply-pending";
import { ComposerDesk, createDesk, preloadComposer } from "./composer-desk";
import { fetchAhead } from "./fetch-ahead";
import { FolderList } from "./folder-list";
import { openDrafts } from "./drafts/open-from-folder";
import { folderName, shownFolder } from "./folders";
import { ListBar } from "./list-bar";
import { Keyboard } from "./keys/keyboard";
import { keepTime } from "./mail-time";
import { openThread } from "./open-thread";
import type { Failed } from "./page-data";
import { pageKeys } from "./page-keys";
import { pendingChanges } from "./pending-changes";
import type { Place } from "./places";
import type { ThreadRead } from "./read-mail";
import { Reader } from "./reader";
import { type Letter, WriteLetter } from "./reading/write-letter";
import { ReaderBar } from "./reader-bar";
import { MailProblem, NothingOpen, ReaderSkeleton } from "./reader-states";
import { SidebarFoot } from "./sidebar-foot";
import { ThreadList } from "./thread-list";
import { readView, windowOf } from "./threads/list-view";
import { UserMenu } from "./user-menu";
import { SearchBox } from "./search/search-box";
import { HandlingDesk } from "./handling/handling-desk";
import { LabelList } from "./handling/label-list";
import { SelectionBar } from "./handling/selection-bar";
import { watchMail } from "./watch-mail";
import { ListFilters } from "./threads/list-filters";
import { createShownPreferences } from "./threads/shown-preferences";
import "./webmail.css";
import "./threads/threads.css";
import "./threads/thread-row.css";
import "./reader.css";
import "./composer.css";

const SearchResults = lazyPart(
  () => import("./search/search-results"),
  () => {},
);
const OutboxEntry = lazyPart(
  () => import("./outbox/outbox-entry"),
  () => {},
  () => {},
);
const OutboxList = lazyPart(
  () => import("./outbox/outbox-list"),
  () => {},
);

const BesideLinks = lazyPart(
  () => import("./threads/beside-links"),
  () => {},
);

export type MailPageProps = {
  view: Overview;
  /** How the list of `view` is shown, as a query. */
  listed: string;
  /** What stands in the place of a folder; the view is then that of the inbox. */
  place: Place | undefined;
  /** Why the folder that was asked for cannot be shown; `view` is then another one. */
  failure: Failed["failure"] | undefined;
  threadId: string | undefined;
  /** The thread that was read last. */
  thread: () => ThreadRead | undefined;
};

/** The webmail: folders, threads, the open thread, and what one is writing. */
export function MailPage(props: MailPageProps) {
  keepTime();
  fetchAhead();
  watchMail({ states: () => props.view.states });
  const pending = pendingChanges();
  const view = createMemo(() => pendingView(props.view, pending()));
  const folder = () => shownFolder(view())!;
  const inbox = () => view().mailboxes.find(({ role }) => role === "inbox");
  const messages = createMemo(() => {
    const read = props.thread();
    return pendingMessages(read?.threadId === props.threadId ? (read?.messages ?? []) : [], pending());
  });
  const threadFailure = () => (props.thread()?.threadId === props.threadId ? props.thread()?.failure : undefined);
  const mailboxes = () => view().mailboxes;
  const scope = () => ({ folder: folder(), count: view().page.total, filter: windowOf(props.listed).filter });
  const thread = openThread({ folder, mailboxes, scope, threadId: () => props.threadId, messages });
  const own = () => props.view.me.address;
  const preferences = createShownPreferences(() => props.view.preferences);
  const heading = () => (props.place === "search" ? t("webmail.search") : folderName(folder()));
  const isRouting = useIsRouting();
  const desk = createDesk();
  const write = () => desk.open({ begin: "empty" });
  const writeLetter = ({ to, subject, text }: Letter) =>
    desk.open({
      begin: "kept",
      draft: { ...emptyDraft(own()), to: [{ name: null, email: to }], subject, text },
    });
  const answer = (kind: AnswerKind, message = messages().at(-1)) =>
    message && desk.open({ begin: "answer", kind, message });

  createEffect((before?: number) => {
    const now = inbox()?.unreadThreads ?? 0;
    if (before !== undefined && now > before) announce(t("webmail.newMail", { count: now - before }));
    return now;
  });

  const keys = pageKeys({ thread, mailboxes, isReading: () => props.threadId !== undefined, write, answer });

  openDrafts({ folder, threadId: () => props.threadId, messages, own, desk });
  return (
    <>
      <Title>{`${inbox()?.unreadThreads ? `(${inbox()?.unreadThreads}) ` : ""}${heading()}`}</Title>
      <MailShell
        title={heading()}
        brand={<Logo />}
        primaryAction={
          <Button
            variant="primary"
            icon={<EditIcon size={16} />}
            onClick={write}
            onPointerEnter={preloadComposer}
            onFocus={preloadComposer}
          >
            {t("webmail.newMessage")}
          </Button>
        }
        sidebar={
          <FolderList
            mailboxes={view().mailboxes}
            shownId={props.place ? undefined : folder().id}
            handling={thread.handling}
            outbox={<OutboxEntry />}
          >
            <LabelList labels={view().labels} shown={readView(props.listed).label} handling={thread.handling} />
          </FolderList>
        }
        sidebarFooter={<SidebarFoot quota={view().quota} />}
        userMenu={<UserMenu me={view().me} />}
        listLabel={t("webmail.list")}
        search={<SearchBox view={view()} isPlace={props.place === "search"} />}
        listBar={
          <Show when={props.place !== "outbox"}>
            <Show when={!props.place}>
              <ListBar folder={folder()} total={view().page.total} listed={props.listed} preferences={preferences()} />
            </Show>
            <SelectionBar
              view={view()}
              listed={props.listed}
              handling={thread.handling}
              isSearch={props.place === "search"}
            />
          </Show>
        }
        listFilter={
          <Show when={!props.place && !props.failure}>
            <ListFilters listed={props.listed} />
          </Show>
        }
        pane={preferences().pane}
        list={
          <Show
            when={!props.failure && `${folder().id}?${props.listed}`}
            keyed
            fallback={<MailProblem failure={props.failure ?? "unexpected"} />}
          >
            <Switch
              fallback={
                <ThreadList
                  folder={folder()}
                  page={props.view.page}
                  pending={pending()}
                  listed={props.listed}
                  preferences={preferences()}
                  labels={props.view.labels}
                  openThreadId={props.threadId}
                  own={own()}
                  onKey={keys.onRow}
                  onSwipe={thread.moveRow}
                />
              }
            >
              <Match when={props.place === "search"}>
                <SearchResults view={view()} openThreadId={props.threadId} onKey={keys.onRow} />
              </Match>
              <Match when={props.place === "outbox"}>
                <OutboxList own={own()} />
              </Match>
            </Switch>
          </Show>
        }
        readerLabel={t("webmail.readerLabel")}
        isReading={props.threadId !== undefined}
        onBack={thread.close}
        readerBar={
          <Show when={props.threadId}>
            <BesideLinks />
            <ReaderBar
              folder={folder()}
              handling={thread.handling}
              isFlagged={thread.isFlagged()}
              onFlag={thread.flagOpen}
              onUnread={thread.unreadOpen}
            />
          </Show>
        }
        reader={
          <Show when={props.threadId} keyed fallback={<NothingOpen />}>
            <Show when={!threadFailure()} fallback={<MailProblem failure={threadFailure() ?? "unexpected"} />}>
              <Show when={messages().length > 0} fallback={<ReaderSkeleton />}>
                <WriteLetter.Provider value={writeLetter}>
                  <Reader
                    messages={messages()}
                    own={own()}
                    mailboxes={view().mailboxes}
                    folder={folder()}
                    onAnswer={answer}
                    onContinue={continuing(desk, own)}
                    onRead={thread.read}
                    onUnreadFrom={thread.unreadFrom}
                  />
                </WriteLetter.Provider>
              </Show>
            </Show>
          </Show>
        }
      />
      <div data-slot="mail-progress" data-shown={isRouting() ? "" : undefined} aria-hidden="true" />
      <HandlingDesk view={view()} handling={thread.handling} />
      <Keyboard acts={keys.acts} view={view()} />
      <ComposerDesk desk={desk} own={own()} preferences={view().preferences} />
    </>
  );
}
