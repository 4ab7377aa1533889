import { createEffect, createSignal, on, onCleanup, onMount, Show, untrack } from "solid-js";
import { loadAreas } from "~/lib/i18n/browser";
import { t } from "~/lib/i18n/t";
import { toast } from "~/ui/toast-store";
import { lazyPart } from "~/ui/lazy-part";
import type { MailPreferences } from "../schema/preferences";
import { ComposerFailure } from "./composer-failure";
import { ComposerFoot } from "./composer-foot";
import { ComposerHead, hasRecipient, recipientsIssue } from "./composer-head";
import { ComposerBar } from "./composer-bar";
import type { Seed } from "./composer-desk";
import { ComposerBody } from "./composing/composer-body";
import { type Draft, lines } from "./composing/draft";
import { draftTitle } from "./composing/draft-title";
import { followKeyboard } from "./composing/follow-keyboard";
import { ownWords } from "./composing/own-words";
import { type SendWarning, sendWarnings } from "./composing/send-warnings";
import { readSetup } from "./composing/setup";
import { peopleIn } from "./composing/to-content";
import { createWriting } from "./composing/writing";
import { dropDraft, keepDraft } from "./draft-store";
import { createAutosave } from "./drafts/autosave";
import { DraftNotes } from "./drafts/draft-notes";
import { fetchDraft } from "./drafts/opened-draft";
import { showOpenDraft } from "./drafts/open-drafts";
import { SaveStatus } from "./drafts/save-status";
import { AttachButton } from "./files/attach-button";
import { createAttaching } from "./files/attaching";
import { createDropFiles } from "./files/drop-files";
import { fileFailure } from "./files/file-failure";
import { tellSent } from "./outbox/tell-sent";
import { sendDraft } from "./send-draft";

export type ComposerProps = {
  seed: Seed;
  own: string;
  preferences: MailPreferences;
  onFold: () => void;
  onClose: () => void;
  /** Undoes throwing a draft away. */
  onReopen: (draft: Draft) => void;
};

const SendCheck = lazyPart(
  () => import("./composing/send-check"),
  (part) => part.onClose(),
);

/** How it is kept by now, whatever was said before that. */
const keptAs = ({ files, saved, saving }: Draft) => ({
  files,
  ...(saved ? { saved } : {}),
  ...(saving ? { saving } : {}),
});

/** Has what a composer says and must know fetched before one is opened. */
export async function prepareComposer(): Promise<void> {
  void readSetup();
  // Before it is shown: buttons without words would have no names.
  await loadAreas(["composing", "drafts", "outbox"]).catch(() => {});
}

/** A message being written. What was typed is kept until it is sent or thrown away, and throwing away can be undone. */
export default function Composer(props: ComposerProps) {
  void prepareComposer();
  const writing = untrack(() => createWriting({ seed: props.seed, own: props.own, preferences: props.preferences }));
  const { draft } = writing;
  const autosave = createAutosave(writing);
  const attaching = createAttaching(writing);
  const dropFiles = createDropFiles({ onFiles: attaching.add, takesPictures: () => draft().format === "rich" });
  const [isBlocked, setBlocked] = createSignal(false);
  const [isSending, setSending] = createSignal(false);
  const [isJudged, setJudged] = createSignal(false);
  const [isFull, setFull] = createSignal(false);
  const [checked, setChecked] = createSignal<{ warnings: readonly SendWarning[]; sendAt: string | undefined }>();
  const [failure, setFailure] = createSignal<unknown>();
  let isChecked = false;
  let to!: HTMLInputElement;
  let focusText = () => {};
  let section!: HTMLElement;
  const title = () => draftTitle(draft());

  const close = () => {
    dropDraft(draft().id);
    props.onClose();
  };
  const reopen = (again: Draft) => {
    keepDraft(again);
    props.onReopen(again);
  };
  const discard = () => {
    writing.current();
    // It lies in the trash then, from where saving it brings it back.
    const again = () => ({ ...draft(), saving: { writer: crypto.randomUUID(), isUncertain: true } });
    const undo = { label: t("common.undo"), onSelect: () => reopen(again()) };
    void autosave.discard().catch((error: unknown) => toast(fileFailure(error), { tone: "danger" }));
    if (writing.isTouched()) toast(t("webmail.discarded"), { action: undo });
    close();
  };
  const leave = async () => {
    if (!writing.isTouched()) return close();
    if (attaching.unfinished().length > 0) return void setBlocked(true);
    if (!(await autosave.close())) return;
    toast(t("drafts.savedAndClosed"));
    close();
  };
  const takeOther = async () => {
    const other = autosave.conflict();
    if (!other) return;
    try {
      const taken = await fetchDraft(other.draftId, props.own);
      await autosave.discard();
      close();
      props.onReopen(taken);
    } catch (error) {
      toast(fileFailure(error), { tone: "danger" });
    }
  };
  const send = async (sendAt?: string) => {
    setJudged(true);
    const { sendAt: _, ...written } = writing.current();
    const said: Draft = sendAt ? { ...written, sendAt } : written;
    if (!hasRecipient(said) || lines.some((line) => recipientsIssue(said, line))) return to.focus();
    if (isSending()) return;
    setBlocked(attaching.unfinished().length > 0);
    if (isBlocked() || attaching.isTooMuch()) return;
    const found = isChecked ? [] : sendWarnings(said, ownWords(said));
    isChecked = true;
    if (found.length > 0) return void setChecked({ warnings: found, sendAt });
    setSending(true);
    setFailure(undefined);
    // What is on its way to the drafts would outlive the message.
    await autosave.settle();
    const attempt = await sendDraft({ ...said, ...keptAs(writing.draft()) });
    setSending(false);
    writing.set(attempt.draft);
    if ("error" in attempt) {
      keepDraft(attempt.draft);
      autosave.resume();
      return void setFailure(() => attempt.error ?? null);
    }
    void autosave.clearUp().catch(() => {});
    close();
    void tellSent(attempt.draft, attempt.sent, reopen);
  };
  /** A dialog that asks something stands inside the message: what is pressed there is its own. */
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (event.target === event.currentTarget) void send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.target instanceof Element && event.target.closest("dialog")) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
    if (event.key === "Escape" && !event.isComposing) props.onFold();
  };
  const isUnsafe = () =>
    autosave.state().is === "unsaved" || attaching.unfinished().some(({ state }) => state !== "failed");
  const warn = (event: BeforeUnloadEvent) => writing.isTouched() && isUnsafe() && event.preventDefault();
  onMount(() => {
    const opener = document.activeElement;
    followKeyboard(section);
    dropFiles.attach(section);
    onCleanup(showOpenDraft(draft().id, () => props.seed.folded && props.onFold()));
    window.addEventListener("beforeunload", warn);
    onCleanup(() => {
      window.removeEventListener("beforeunload", warn);
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    });
  });
  createEffect(
    on([() => props.seed.folded, writing.editor], ([isFolded]) => {
      if (isFolded) return;
      if (draft().to.length === 0 && !writing.isTouched()) to.focus();
      else focusText();
    }),
  );

  return (
    <section
      ref={section}
      data-slot="composer"
      data-folded={props.seed.folded ? "" : undefined}
      data-full={isFull() && !props.seed.folded ? "" : undefined}
      role="dialog"
      aria-label={title()}
      on:keydown={onKeyDown}
    >
      <ComposerBar
        title={title()}
        isFolded={props.seed.folded}
        isFull={isFull()}
        onFold={() => props.onFold()}
        onFull={() => setFull((full) => !full)}
        onClose={() => void leave()}
      />
      <form hidden={props.seed.folded} onSubmit={onSubmit}>
        <ComposerHead ref={(input) => (to = input)} writing={writing} own={props.own} isJudged={isJudged()} />
        <ComposerBody ref={(focus) => (focusText = focus)} writing={writing} onPicture={attaching.addPicture} />
        <DraftNotes
          {...{ writing, autosave, attaching }}
          isBlocked={isBlocked()}
          onTakeOther={() => void takeOther()}
        />
        <Show when={failure() !== undefined}>
          <ComposerFailure error={failure()} />
        </Show>
        <ComposerFoot
          writing={writing}
          isSending={isSending()}
          onSendLater={(sendAt) => void send(sendAt)}
          onDiscard={discard}
        >
          <AttachButton onFiles={attaching.add} />
          <SaveStatus state={autosave.state()} />
        </ComposerFoot>
      </form>
      <Show when={dropFiles.isOver()}>
        <p data-slot="drop-zone">{t("drafts.drop")}</p>
      </Show>
      <Show when={checked()}>
        {(found) => (
          <SendCheck
            warnings={found().warnings}
            recipients={peopleIn(draft(), "to").length + peopleIn(draft(), "cc").length}
            onSend={() => {
              const { sendAt } = found();
              setChecked(undefined);
              void send(sendAt);
            }}
            onClose={() => {
              setChecked(undefined);
              focusText();
            }}
          />
        )}
      </Show>
    </section>
  );
}
