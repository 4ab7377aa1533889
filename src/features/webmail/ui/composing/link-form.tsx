import { createSignal, createUniqueId, onMount, Show, untrack } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { linkTarget } from "./link-target";

export type LinkFormProps = {
  /** Where the link under the cursor leads to; empty when there is none. */
  target: string;
  /** Empty: the link is taken away. */
  onLink: (target: string) => void;
  onClose: () => void;
};

/** Where what is selected shall lead to. A group, not a form: it stands in the form of the message. */
export function LinkForm(props: LinkFormProps) {
  const id = createUniqueId();
  const [typed, setTyped] = createSignal(untrack(() => props.target));
  const [isJudged, setJudged] = createSignal(false);
  let input!: HTMLInputElement;
  onMount(() => input.select());
  const hasFault = () => isJudged() && linkTarget(typed()) === undefined;
  const use = () => {
    const target = linkTarget(typed());
    if (target) props.onLink(target);
    else setJudged(true);
    input.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") use();
    else if (event.key === "Escape") props.onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div data-slot="link-form" role="group" aria-label={t("composing.link")}>
      <label for={id}>{t("composing.linkTarget")}</label>
      <input
        ref={input}
        id={id}
        type="text"
        inputmode="url"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        maxlength={2000}
        value={typed()}
        aria-invalid={hasFault() ? "true" : undefined}
        aria-describedby={hasFault() ? `${id}-issue` : undefined}
        onInput={(event) => setTyped(event.currentTarget.value)}
        on:keydown={onKeyDown}
      />
      <Button size="sm" variant="primary" onClick={use}>
        {t("composing.linkUse")}
      </Button>
      <Show when={props.target}>
        <Button size="sm" onClick={() => props.onLink("")}>
          {t("composing.linkRemove")}
        </Button>
      </Show>
      <Show when={hasFault()}>
        <p id={`${id}-issue`} role="alert">
          {t("composing.linkFault")}
        </p>
      </Show>
    </div>
  );
}
