import { createSignal, onMount, Show } from "solid-js";
import { languageTag } from "~/lib/i18n/language-tag";

/** A day in the reader's own way of writing it, which only the browser knows. */
export function LocalDay(props: { at: string }) {
  const [isMounted, setMounted] = createSignal(false);
  onMount(() => setMounted(true));
  const day = () => new Date(props.at).toLocaleDateString(languageTag(navigator.language), { dateStyle: "long" });
  return (
    <time datetime={props.at}>
      <Show when={isMounted()} fallback={props.at.slice(0, 10)}>
        {day()}
      </Show>
    </time>
  );
}
