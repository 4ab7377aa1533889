import { createUniqueId, For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { Draft } from "./draft";
import { composingSetup } from "./setup";

/** As whom one writes; there for those only who have a choice. */
export function FromLine(props: { draft: Draft; own: string; onChoose: (email: string) => void }) {
  const id = createUniqueId();
  const chosen = () => (props.draft.from ?? props.own).toLowerCase();
  return (
    <Show when={composingSetup().identities.length > 1}>
      <div data-slot="composer-line">
        <label for={id}>{t("composing.from")}</label>
        <select id={id} onChange={(event) => props.onChoose(event.currentTarget.value)}>
          <For each={composingSetup().identities}>
            {({ email, name }) => (
              <option value={email} selected={email.toLowerCase() === chosen()}>
                {name ? `${name} <${email}>` : email}
              </option>
            )}
          </For>
        </select>
      </div>
    </Show>
  );
}
