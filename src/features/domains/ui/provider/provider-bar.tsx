import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { Checkbox } from "~/ui/checkbox";
import { Select } from "~/ui/select";
import { DnsProviderIds } from "./provider-ids";
import type { ProviderChoice } from "./provider-choice";
import { providerForms } from "./provider-form";

/** At whose form the records are typed, what to look out for there, and the way to it. */
export function ProviderBar(props: { choice: ProviderChoice; domain: string; nameServers: readonly string[] }) {
  const form = () => props.choice.form();
  const trap = () => {
    const id = props.choice.id();
    return id && providerForms[id].hasTrap ? t(`domains.trap_${id}` as "domains.trap_cloudflare") : undefined;
  };
  const options = () => [
    { value: "", label: t("domains.otherProvider") },
    ...DnsProviderIds.map((id) => ({ value: id, label: providerForms[id].name })),
  ];
  return (
    <Card>
      <div class="grid gap-4 sm:grid-cols-[1fr_auto] sm:items-end">
        <Select
          label={t("domains.providerLabel")}
          name="provider"
          value={props.choice.id() ?? ""}
          options={options()}
          help={props.choice.isRecognised() ? t("domains.providerKnown") : t("domains.providerUnknown")}
          onChange={(event) => props.choice.choose(event.currentTarget.value)}
        />
        <Show when={form().url}>
          {(url) => (
            <a href={url().replace("{domain}", props.domain)} target="_blank" rel="noreferrer" class="pb-1">
              {t("domains.providerOpen", { name: form().name })}
            </a>
          )}
        </Show>
      </div>
      <ul class="grid gap-1 mt-3 pl-4 text-muted">
        <For each={[trap(), form().hasQuotes && t("domains.quotesKept"), form().hasDot && t("domains.dotKept")]}>
          {(line) => <Show when={line}>{(text) => <li class="list-disc">{text()}</li>}</Show>}
        </For>
      </ul>
      <Show when={props.nameServers.length > 0}>
        <p class="mt-3 text-sm text-muted break-all">
          {t("domains.nameServers", { names: props.nameServers.join(", ") })}
        </p>
      </Show>
      <div class="mt-3">
        <Checkbox
          name="fullNames"
          label={t("domains.fullNames")}
          checked={props.choice.isFullName()}
          onChange={(event) => props.choice.setFullName(event.currentTarget.checked)}
        />
      </div>
    </Card>
  );
}
