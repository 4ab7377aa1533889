import { createSignal, createUniqueId, For } from "solid-js";
import { scopesOf } from "~/lib/api-scopes";
import { t } from "~/lib/i18n/t";
import { Checkbox } from "~/ui/checkbox";
import type { Role } from "../../schema";
import { scopeText } from "./scope-words";

/** A box for each thing that a member of this role can let a token do; one is needed. */
export function ScopesField(props: { role: Role; issue?: string }) {
  const id = createUniqueId();
  const [isMissing, setMissing] = createSignal(false);
  /** The first box speaks for all: the browser then stops the form, and shows what is missing where it is. */
  const watch = (fieldset: HTMLFieldSetElement) => {
    const boxes = () => [...fieldset.querySelectorAll<HTMLInputElement>("input[name=scope]")];
    const judge = () => {
      const isEmpty = !boxes().some(({ checked }) => checked);
      boxes()[0]?.setCustomValidity(isEmpty ? t("api.scopesNone") : "");
      if (!isEmpty) setMissing(false);
    };
    queueMicrotask(judge);
    fieldset.addEventListener("change", judge);
    fieldset.addEventListener("invalid", () => setMissing(true), true);
  };
  return (
    <fieldset class="m-0 grid gap-2 border-0 p-0" ref={watch} aria-describedby={`${id}-issue`}>
      <legend class="mb-2 p-0 text-sm font-medium">{t("api.scopes")}</legend>
      <For each={scopesOf(props.role)}>
        {(scope) => (
          <Checkbox
            name="scope"
            value={scope}
            label={
              <>
                {scopeText(scope)} <code class="text-sm text-muted">{scope}</code>
              </>
            }
          />
        )}
      </For>
      <p id={`${id}-issue`} data-slot="field-issue" aria-live="polite">
        {props.issue ?? (isMissing() ? t("api.scopesNone") : "")}
      </p>
    </fieldset>
  );
}
