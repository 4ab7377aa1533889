import { onCleanup, onMount } from "solid-js";

const typing = "input, textarea, select, [contenteditable], dialog, [role=menu], [data-slot=composer]";

/** Single keys of the whole page. They keep out of everything in which one types, and of what another control has taken already. */
export function mailKeys(acts: Readonly<Record<string, () => void>>): void {
  onMount(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(typing)) return;
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKeyDown);
    onCleanup(() => document.removeEventListener("keydown", onKeyDown));
  });
}

const rowsOf = () => [...document.querySelectorAll<HTMLElement>("[data-slot=thread-row]")];

/** Puts the focus on the row `step` further; on the open one, or the first, when none has it. Focusing fetches what the row leads to. */
export function focusRow(step: 1 | -1): void {
  const rows = rowsOf();
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const open = rows.findIndex((row) => row.getAttribute("aria-current") === "true");
  const from = at >= 0 ? at : open;
  const next = rows[from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + step))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

/** Keeps the focus in the list when the row that has it is about to go: on the next one, else the one before. */
export function focusBesides(threadId: string): void {
  const rows = rowsOf();
  const at = rows.findIndex((row) => row.dataset["thread"] === threadId);
  (rows[at + 1] ?? rows[at - 1])?.focus();
}

export const focusThread = (threadId: string): void =>
  rowsOf()
    .find((row) => row.dataset["thread"] === threadId)
    ?.focus();

/** Where one reads on after opening a thread: arrows scroll it, and a screen reader starts there. */
export const focusReader = (): void =>
  document.querySelector<HTMLElement>("[data-slot=reader]")?.focus({ preventScroll: true });
