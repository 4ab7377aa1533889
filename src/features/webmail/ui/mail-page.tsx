import { useIsRouting } from "@solidjs/router";
import { createEffect, createMemo, on, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { announce } from "~/ui/announce";
import { Button } from "~/ui/button";
import { EditIcon } from "~/ui/icons";
import { Logo } from "~/ui/logo";
import { MailShell } from "~/ui/mail-shell";
import { Title } from "~/ui/title";
import type { Overview } from "../schema";
import type { AnswerKind } from "./answer-draft";
import { pendingMessages, pendingView } from "./apply-pending";
import { ComposerDesk, createDesk, preloadComposer } from "./composer-desk";
import { fetchAhead } from "./fetch-ahead";
import { FolderList } from "./folder-list";
import { folderName, shownFolder } from "./folders";
import { ListBar } from "./list-bar";
import { keepTime } from "./mail-time";
import { openThread } from "./open-thread";
import type { Failed } from "./page-data";
import { pageKeys } from "./page-keys";
import { pendingChanges } from "./pending-changes";
import type { ThreadRead } from "./read-mail";
import { Reader } from "./reader";
import { ReaderBar } from "./reader-bar";
import { MailProblem, NothingOpen, ReaderSkeleton } from "./reader-states";
import { SidebarFoot } from "./sidebar-foot";
import { ThreadList } from "./thread-list";
import { UserMenu } from "./user-menu";
import { watchMail } from "./watch-mail";
import "./webmail.css";
import "./reader.css";
import "./composer.css";

export type MailPageProps = {
  view: Overview;
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
  const hasArchive = () => view().mailboxes.some(({ role }) => role === "archive");
  const thread = openThread({ folder, hasArchive, threadId: () => props.threadId, messages });
  const own = () => props.view.me.address;
  const isRouting = useIsRouting();
  const desk = createDesk();
  const write = () => desk.open({ begin: "empty" });
  const answer = (kind: AnswerKind, message = messages().at(-1)) =>
    message && desk.open({ begin: "answer", kind, message });

  createEffect(
    on(
      () => inbox()?.unreadThreads ?? 0,
      (now, before = now) => now > before && announce(t("webmail.newMail", { count: now - before })),
      { defer: true },
    ),
  );

  const onRowKey = pageKeys({ thread, isReading: () => props.threadId !== undefined, write, answer });

  return (
    <>
      <Title>{`${inbox()?.unreadThreads ? `(${inbox()?.unreadThreads}) ` : ""}${folderName(folder())}`}</Title>
      <MailShell
        title={folderName(folder())}
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
        sidebar={<FolderList mailboxes={view().mailboxes} shownId={folder().id} />}
        sidebarFooter={<SidebarFoot quota={view().quota} />}
        userMenu={<UserMenu me={view().me} />}
        listLabel={t("webmail.list")}
        listBar={<ListBar folder={folder()} />}
        list={
          <Show
            when={!props.failure && folder().id}
            keyed
            fallback={<MailProblem failure={props.failure ?? "unexpected"} />}
          >
            <ThreadList
              folder={folder()}
              page={view().page}
              openThreadId={props.threadId}
              own={own()}
              onKey={onRowKey}
            />
          </Show>
        }
        readerLabel={t("webmail.readerLabel")}
        isReading={props.threadId !== undefined}
        onBack={thread.close}
        readerBar={
          <Show when={props.threadId}>
            <ReaderBar
              folder={folder()}
              hasArchive={hasArchive()}
              isFlagged={thread.isFlagged()}
              onMove={thread.moveOpen}
              onFlag={thread.flagOpen}
              onUnread={thread.unreadOpen}
            />
          </Show>
        }
        reader={
          <Show when={props.threadId} keyed fallback={<NothingOpen />}>
            <Show when={!threadFailure()} fallback={<MailProblem failure={threadFailure() ?? "unexpected"} />}>
              <Show when={messages().length > 0} fallback={<ReaderSkeleton />}>
                <Reader messages={messages()} own={own()} onAnswer={answer} onRead={thread.read} />
              </Show>
            </Show>
          </Show>
        }
      />
      <div data-slot="mail-progress" data-shown={isRouting() ? "" : undefined} aria-hidden="true" />
      <ComposerDesk desk={desk} own={own()} />
    </>
  );
}
