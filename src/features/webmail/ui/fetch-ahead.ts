import { onCleanup, onMount } from "solid-js";
import { preloadComposer } from "./composer-desk";
import { preloadBody } from "./message-body";
import { conversation } from "./queries";

/** Milliseconds that a pointer or the keyboard rests on a row before its thread is read. */
const restMs = 50;
const intents = ["pointerover", "focusin", "pointerdown"] as const;

/**
 * Fetches what the page will need at the next click: once it has nothing else to do, what begins a message and what shows one, server or not;
 * and the thread of a row that somebody points at.
 */
export function fetchAhead(): void {
  onMount(() => {
    const later = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 1_000));
    later(() => {
      preloadComposer();
      preloadBody();
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = ({ type, target }: Event) => {
      clearTimeout(timer);
      const row = target instanceof Element ? target.closest<HTMLElement>("[data-slot=thread-row][data-thread]") : null;
      const id = row?.dataset["thread"];
      if (!id || row.ariaCurrent) return;
      timer = setTimeout(() => void conversation(id).catch(() => {}), type === "pointerdown" ? 0 : restMs);
    };
    for (const intent of intents) document.addEventListener(intent, read, { passive: true });
    onCleanup(() => {
      clearTimeout(timer);
      for (const intent of intents) document.removeEventListener(intent, read);
    });
  });
}
