import { createEffect, on, onCleanup } from "solid-js";

/**
 * A search box that the list follows after a pause in typing: `<Field {...settledSearch(() => props.text, search)} />`. What is typed is never
 * replaced by what was searched for a moment ago; a text that comes from elsewhere, such as the address, is shown when nobody types.
 */
export function settledSearch(text: () => string | undefined, search: (text: string) => void, settleMs = 250) {
  let input: HTMLInputElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  createEffect(
    on(text, (now = "") => {
      if (input && document.activeElement !== input) input.value = now;
    }),
  );
  return {
    ref: (element: HTMLInputElement) => void (input = element),
    onInput(event: { currentTarget: HTMLInputElement }) {
      clearTimeout(timer);
      const typed = event.currentTarget.value.trim();
      timer = setTimeout(() => search(typed), settleMs);
    },
  };
}
