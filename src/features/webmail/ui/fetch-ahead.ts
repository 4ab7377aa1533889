import { onMount } from "solid-js";
import { preloadComposer } from "./composer-desk";

/**
 * Fetches, once the page has nothing else to do, what it will need at the next click: to begin a message at once, and to be able to say
 * that the server is away when it is, which is too late to ask it for the words.
 */
export function fetchAhead(): void {
  onMount(() => {
    const later = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 1_000));
    later(() => {
      preloadComposer();
      void import("~/ui/toast-card").catch(() => {});
    });
  });
}
