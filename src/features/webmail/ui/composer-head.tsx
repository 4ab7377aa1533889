import { createSignal, Show, untrack } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { ComposerLine } from "./composer-line";
import { type Draft, type Line, lines } from "./composing/draft";
import { FromLine } from "./composing/from-line";
import { RecipientLine } from "./composing/recipient-line";
import { peopleIn } from "./composing/to-content";
import type { Writing } from "./composing/writing";
import { isAddress } from "./recipients";

export type ComposerHeadProps = {
  writing: Writing;
  own: string;
  /** True once somebody tried to send: from then on problems are named. */
  isJudged: boolean;
  ref: (to: HTMLInputElement) => void;
};

/** What is wrong with a line of recipients. */
export function recipientsIssue(draft: Draft, line: Line): string | undefined {
  const people = peopleIn(draft, line);
  const faults = people.map(({ email }) => email).filter((email) => !isAddress(email));
  if (faults.length > 0) return t("webmail.notAnAddress", { text: faults.join(", ") });
  return people.length > 100 ? t("webmail.tooManyRecipients") : undefined;
}

export const hasRecipient = (draft: Draft): boolean => lines.some((line) => peopleIn(draft, line).length > 0);

const labels = { to: "webmail.to", cc: "webmail.cc", bcc: "webmail.bcc" } as const satisfies Record<Line, string>;

/** As whom, to whom and about what. */
export function ComposerHead(props: ComposerHeadProps) {
  const draft = () => props.writing.draft();
  const [hasCopies, setCopies] = createSignal(
    untrack(() => peopleIn(draft(), "cc").length + peopleIn(draft(), "bcc").length > 0),
  );
  /** While something is typed it can still become right; a chip that is wrong is shown at once. */
  const issue = (line: Line) =>
    props.isJudged || draft().typed[line] === "" ? recipientsIssue(draft(), line) : undefined;
  const move = (from: Line, to: Line, email: string) => {
    const person = draft()[from].find((candidate) => candidate.email === email);
    if (!person) return;
    const rest = draft()[from].filter((candidate) => candidate !== person);
    props.writing.edit({ [from]: rest, [to]: [...draft()[to], person] });
  };
  const line = (name: Line) => ({
    line: name,
    label: t(labels[name]),
    onEdit: (people: Draft["to"], typed: string) =>
      props.writing.edit({ [name]: people, typed: { ...draft().typed, [name]: typed } }),
    onMove: (from: Line, email: string) => move(from, name, email),
  });
  return (
    <>
      <FromLine draft={draft()} own={props.own} onChoose={(email) => props.writing.setFrom(email)} />
      <RecipientLine
        {...line("to")}
        ref={(input) => props.ref(input)}
        people={draft().to}
        typed={draft().typed.to}
        issue={issue("to") ?? (props.isJudged && !hasRecipient(draft()) ? t("webmail.noRecipient") : undefined)}
        suffix={
          <Show when={!hasCopies()}>
            <Button variant="ghost" size="sm" onClick={() => setCopies(true)}>
              {t("webmail.addCopies")}
            </Button>
          </Show>
        }
      />
      <Show when={hasCopies()}>
        <RecipientLine {...line("cc")} people={draft().cc} typed={draft().typed.cc} issue={issue("cc")} />
        <RecipientLine {...line("bcc")} people={draft().bcc} typed={draft().typed.bcc} issue={issue("bcc")} />
      </Show>
      <ComposerLine
        name="subject"
        label={t("webmail.subject")}
        value={draft().subject}
        maxlength={998}
        autocomplete="off"
        dir="auto"
        onInput={(event) => props.writing.edit({ subject: event.currentTarget.value })}
      />
    </>
  );
}
