import { createSignal } from "solid-js";

const [said, setSaid] = createSignal("");

/** Reads `text` out to screen readers without showing it: `announce("12 messages found")`. */
export function announce(text: string): void {
  setSaid("");
  queueMicrotask(() => setSaid(text));
}

/** Where `announce()` speaks; once per application. */
export const LiveRegion = () => (
  <output aria-live="polite" class="sr-only">
    {said()}
  </output>
);
