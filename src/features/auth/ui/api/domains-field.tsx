import { createSignal, For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Checkbox } from "~/ui/checkbox";

export type DomainChoice = { id: string; displayName: string };

/** Every domain, or those that are ticked. */
export function DomainsField(props: { domains: readonly DomainChoice[] }) {
  const [isSome, setSome] = createSignal(false);
  return (
    <Show when={props.domains.length > 0}>
      <fieldset class="m-0 grid gap-2 border-0 p-0">
        <legend class="mb-2 p-0 text-sm font-medium">{t("api.domains")}</legend>
        <Checkbox
          type="radio"
          name="reach"
          value="all"
          checked={!isSome()}
          onChange={() => setSome(false)}
          label={t("api.domainsAll")}
        />
        <Checkbox
          type="radio"
          name="reach"
          value="some"
          checked={isSome()}
          onChange={() => setSome(true)}
          label={t("api.domainsSome")}
        />
        <Show when={isSome()}>
          <div class="grid max-h-40 gap-2 overflow-auto ps-5">
            <For each={props.domains}>
              {({ id, displayName }) => (
                <Checkbox name="domain" value={id} checked={props.domains.length === 1} label={displayName} />
              )}
            </For>
          </div>
        </Show>
      </fieldset>
    </Show>
  );
}
