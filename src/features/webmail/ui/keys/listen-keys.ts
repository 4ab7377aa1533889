import { createSignal, onCleanup, onMount } from "solid-js";
import { replayEarlyKeys } from "~/ui/early-keys";
import { actOf, isBeginning, type KeyActs } from "./key-map";
import { hasSingleKeys } from "./single-keys";

const typing =
  "input:not([type=checkbox]), textarea, select, [contenteditable], dialog, [role=menu], [role=listbox], [data-slot=composer]";

/** Milliseconds in which the next key of a sequence has to come. */
const patience = 2_000;

/**
 * The keys of the whole page. They keep out of everything in which one types, and of what another control has taken already. Answers with
 * the key with which a sequence was begun.
 */
export function listenKeys({ acts, onPalette }: { acts: KeyActs; onPalette: () => void }): () => string | undefined {
  const [begun, setBegun] = createSignal<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = (key: string | undefined) => {
    clearTimeout(timer);
    setBegun(key);
    if (key) timer = setTimeout(() => setBegun(undefined), patience);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, target } = event;
    if (event.defaultPrevented || event.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && key.toLowerCase() === "k") {
      if (target instanceof Element && target.closest("dialog")) return;
      event.preventDefault();
      return onPalette();
    }
    // Where a sign is made with AltGr, the key is the sign.
    const isWith = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState("AltGraph");
    if (isWith || !hasSingleKeys() || ["Shift", "AltGraph", "CapsLock"].includes(key)) return;
    if (target instanceof Element && target.closest(typing)) return;
    const before = begun();
    begin(undefined);
    const act = actOf(before ? `${before} ${key}` : key);
    if (act) acts[act]();
    else if (!before && isBeginning(key)) begin(key);
    else return;
    event.preventDefault();
  };
  onMount(() => {
    document.addEventListener("keydown", onKeyDown);
    replayEarlyKeys();
    onCleanup(() => {
      clearTimeout(timer);
      document.removeEventListener("keydown", onKeyDown);
    });
  });
  return begun;
}
