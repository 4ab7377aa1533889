import { onMount } from "solid-js";
import { preloadComposer } from "./composer-desk";

/** Fetches, once the page has nothing else to do, what it will need at the next click: to begin a message at once, server or not. */
export function fetchAhead(): void {
  onMount(() => {
    const later = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 1_000));
    later(preloadComposer);
  });
}
