import { createEffect, createSignal, on, onCleanup, onMount, Show, untrack } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { IconButton } from "~/ui/icon-button";
import { CloseIcon } from "~/ui/basic-icons";
import { ChevronDownIcon, SendIcon } from "~/ui/icons";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";
import type { Draft } from "./answer-draft";
import { ComposerFailure } from "./composer-failure";
import { ComposerHead, recipientsIssue } from "./composer-head";
import type { Seed } from "./composer-desk";
import { dropDraft, keepDraft } from "./draft-store";
import { seedDraft } from "./seed-draft";
import { sendDraft } from "./send-draft";

export type ComposerProps = {
  seed: Seed;
  own: string;
  onFold: () => void;
  onClose: () => void;
  /** Undoes throwing a draft away. */
  onReopen: (draft: Draft) => void;
};

const titles = {
  new: "webmail.newMessage",
  reply: "webmail.reply",
  replyAll: "webmail.replyAll",
  forward: "webmail.forward",
} as const satisfies Record<Draft["kind"], string>;

const hasRecipient = ({ to, cc, bcc }: Draft) => [to, cc, bcc].some((line) => line.trim());

/** A message being written. What was typed is kept until it is sent or thrown away, and throwing away can be undone. */
export default function Composer(props: ComposerProps) {
  const first = untrack(() => seedDraft(props.seed, props.own));
  const [draft, setDraft] = createSignal(first);
  const [isSending, setSending] = createSignal(false);
  const [isJudged, setJudged] = createSignal(false);
  const [failure, setFailure] = createSignal<unknown>();
  let to!: HTMLInputElement;
  let text!: HTMLTextAreaElement;
  let form!: HTMLFormElement;
  const isChanged = () => props.seed.begin === "kept" || draft() !== first;
  const title = () => draft().subject || t(titles[draft().kind]);

  const edit = (change: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...change }));
    keepDraft(draft());
  };
  const close = () => {
    dropDraft(draft().id);
    props.onClose();
  };
  const discard = (thrown: Draft) => {
    const undo = { label: t("common.undo"), onSelect: () => (keepDraft(thrown), props.onReopen(thrown)) };
    if (isChanged()) toast(t("webmail.discarded"), { action: undo });
    close();
  };
  const send = async () => {
    setJudged(true);
    const { to: line, cc, bcc } = draft();
    if (!hasRecipient(draft()) || [line, cc, bcc].some(recipientsIssue)) return to.focus();
    if (isSending()) return;
    setSending(true);
    setFailure(undefined);
    const attempt = await sendDraft(draft());
    setSending(false);
    setDraft(attempt.draft);
    if ("error" in attempt) {
      keepDraft(attempt.draft);
      return void setFailure(() => attempt.error ?? null);
    }
    const { refused } = attempt.sent;
    close();
    if (refused.length === 0) return void toast(t("webmail.sent"), { tone: "success" });
    const people = refused.map(({ email, smtpReply }) => `${email} (${smtpReply})`).join(", ");
    toast(t("webmail.sentExcept", { people }), { tone: "danger", duration: 0 });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
    if (event.key === "Escape") props.onFold();
    event.stopPropagation();
  };
  const warn = (event: BeforeUnloadEvent) => isChanged() && event.preventDefault();
  onMount(() => {
    const opener = document.activeElement;
    window.addEventListener("beforeunload", warn);
    onCleanup(() => {
      window.removeEventListener("beforeunload", warn);
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    });
  });
  createEffect(
    on(
      () => props.seed.folded,
      (isFolded) => {
        if (isFolded) return;
        if (!draft().to) return to.focus();
        text.focus();
        if (!isChanged()) text.setSelectionRange(0, 0);
      },
    ),
  );

  return (
    <section
      data-slot="composer"
      data-folded={props.seed.folded ? "" : undefined}
      role="dialog"
      aria-label={title()}
      on:keydown={onKeyDown}
    >
      <header>
        <button type="button" aria-expanded={!props.seed.folded} onClick={() => props.onFold()}>
          <span>{title()}</span>
          <ChevronDownIcon size={16} />
        </button>
        <IconButton size="sm" label={t("webmail.discard")} onClick={() => discard(draft())}>
          <CloseIcon size={16} />
        </IconButton>
      </header>
      <form ref={form} hidden={props.seed.folded} onSubmit={(event) => (event.preventDefault(), void send())}>
        <ComposerHead ref={(input) => (to = input)} draft={draft()} onEdit={edit} isJudged={isJudged()} />
        <Show when={draft().leftBehind.length > 0}>
          <Notice tone="warning">
            {t("webmail.leftBehind", { names: draft().leftBehind.join(", "), count: draft().leftBehind.length })}
          </Notice>
        </Show>
        <textarea
          ref={text}
          name="text"
          aria-label={t("webmail.text")}
          maxlength={1_000_000}
          value={draft().text}
          onInput={(event) => edit({ text: event.currentTarget.value })}
        />
        <Show when={failure() !== undefined}>
          <ComposerFailure error={failure()} />
        </Show>
        <footer>
          <Button type="submit" variant="primary" icon={<SendIcon size={16} />} busy={isSending()}>
            {t(isSending() ? "webmail.sending" : "webmail.send")}
          </Button>
          <kbd aria-hidden="true">{t("webmail.sendKeys")}</kbd>
        </footer>
      </form>
    </section>
  );
}
