import { createSignal, Show, untrack } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import type { Draft } from "./answer-draft";
import { ComposerLine } from "./composer-line";
import { readRecipients } from "./recipients";

export type ComposerHeadProps = {
  draft: Draft;
  onEdit: (change: Partial<Draft>) => void;
  /** True once somebody tried to send: from then on problems are named. */
  isJudged: boolean;
  ref: (to: HTMLInputElement) => void;
};

/** What is wrong with a line of recipients; nothing while it can still become right. */
export function recipientsIssue(text: string): string | undefined {
  const { faults, emails } = readRecipients(text);
  if (faults.length > 0) return t("webmail.notAnAddress", { text: faults.join(", ") });
  return emails.length > 100 ? t("webmail.tooManyRecipients") : undefined;
}

/** To whom and about what. */
export function ComposerHead(props: ComposerHeadProps) {
  const [hasCopies, setCopies] = createSignal(untrack(() => Boolean(props.draft.cc || props.draft.bcc)));
  const [left, setLeft] = createSignal<ReadonlySet<string>>(new Set());
  const isEmpty = () => !(props.draft.to.trim() || props.draft.cc.trim() || props.draft.bcc.trim());
  const line = (name: "to" | "cc" | "bcc") => ({
    name,
    value: props.draft[name],
    autocomplete: "off",
    autocapitalize: "none" as const,
    spellcheck: false,
    inputmode: "email" as const,
    onInput: (event: { currentTarget: HTMLInputElement }) => props.onEdit({ [name]: event.currentTarget.value }),
    onBlur: () => setLeft((before) => new Set([...before, name])),
  });
  const issue = (name: "to" | "cc" | "bcc") =>
    props.isJudged || left().has(name) ? recipientsIssue(props.draft[name]) : undefined;
  return (
    <>
      <ComposerLine
        {...line("to")}
        ref={props.ref}
        value={props.draft.to}
        label={t("webmail.to")}
        issue={issue("to") ?? (props.isJudged && isEmpty() ? t("webmail.noRecipient") : undefined)}
        suffix={
          <Show when={!hasCopies()}>
            <Button variant="ghost" size="sm" onClick={() => setCopies(true)}>
              {t("webmail.addCopies")}
            </Button>
          </Show>
        }
      />
      <Show when={hasCopies()}>
        <ComposerLine {...line("cc")} value={props.draft.cc} label={t("webmail.cc")} issue={issue("cc")} />
        <ComposerLine {...line("bcc")} value={props.draft.bcc} label={t("webmail.bcc")} issue={issue("bcc")} />
      </Show>
      <ComposerLine
        name="subject"
        label={t("webmail.subject")}
        value={props.draft.subject}
        maxlength={998}
        autocomplete="off"
        onInput={(event) => props.onEdit({ subject: event.currentTarget.value })}
      />
    </>
  );
}
