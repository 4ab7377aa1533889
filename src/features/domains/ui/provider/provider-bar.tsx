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
    return id && providerForms[id].hasTrap ? t(`guide.trap_${id}` as "guide.trap_cloudflare") : undefined;
  };
  const options = () => [
    { value: "", label: t("guide.otherProvider") },
    ...DnsProviderIds.map((id) => ({ value: id, label: providerForms[id].name })),
  ];
  return (
    <Card>
      <div class="grid gap-4 sm:grid-cols-[1fr_auto] sm:items-end">
        <Select
          label={t("guide.providerLabel")}
          name="provider"
          value={props.choice.id() ?? ""}
          options={options()}
          help={props.choice.isRecognised() ? t("guide.providerKnown") : t("guide.providerUnknown")}
          onChange={(event) => props.choice.choose(event.currentTarget.value)}
        />
        <Show when={form().url}>
          {(url) => (
            <a href={url().replace("{domain}", props.domain)} target="_blank" rel="noreferrer" class="pb-1">
              {t("guide.providerOpen", { name: form().name })}
            </a>
          )}
        </Show>
      </div>
      <ul class="grid gap-1 mt-3 pl-4 text-muted">
        <For each={[trap(), form().hasQuotes && t("guide.quotesKept"), form().hasDot && t("guide.dotKept")]}>
          {(line) => <Show when={line}>{(text) => <li class="list-disc">{text()}</li>}</Show>}
        </For>
      </ul>
      <Show when={props.nameServers.length > 0}>
        <p class="mt-3 text-sm text-muted break-all">
          {t("guide.nameServers", { names: props.nameServers.join(", ") })}
        </p>
      </Show>
      <div class="mt-3">
        <Checkbox
          name="fullNames"
          label={t("guide.fullNames")}
          checked={props.choice.isFullName()}
          onChange={(event) => props.choice.setFullName(event.currentTarget.checked)}
        />
      </div>
    </Card>
  );
}
