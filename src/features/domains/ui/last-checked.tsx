import { createSignal, onMount, Show } from "solid-js";
import { languageTag } from "~/lib/i18n/language-tag";
import { t } from "~/lib/i18n/t";

/** When DNS was last looked at, in the reader's time zone, which only the browser knows. */
export function LastChecked(props: { at: string | null }) {
  const [isMounted, setMounted] = createSignal(false);
  onMount(() => setMounted(true));
  const time = () =>
    new Date(props.at ?? 0).toLocaleTimeString(languageTag(navigator.language), { timeStyle: "medium" });
  return (
    <p class="text-muted text-sm min-h-5">
      <Show when={props.at} fallback={t("domains.neverChecked")}>
        <Show when={isMounted()}>{t("domains.checkedAt", { time: time() })}</Show>
      </Show>
    </p>
  );
}
