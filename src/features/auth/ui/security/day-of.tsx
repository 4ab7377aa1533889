import { createSignal, onMount, Show } from "solid-js";
import { languageTag } from "~/lib/i18n/language-tag";

/** A day, and with `withTime` the time of it, in the reader's time zone, which only the browser knows. */
export function DayOf(props: { at: string; withTime?: boolean }) {
  const [isMounted, setMounted] = createSignal(false);
  onMount(() => setMounted(true));
  const text = () =>
    new Date(props.at).toLocaleString(languageTag(navigator.language), {
      dateStyle: "medium",
      ...(props.withTime ? { timeStyle: "short" } : {}),
    });
  return (
    <time dateTime={props.at}>
      <Show when={isMounted()} fallback={props.at.slice(0, 10)}>
        {text()}
      </Show>
    </time>
  );
}
