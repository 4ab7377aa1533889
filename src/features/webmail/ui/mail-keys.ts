const rowsOf = () => [...document.querySelectorAll<HTMLElement>("[data-slot=thread-row]")];

/** Puts the focus on the row `step` further; on the open one, or the first, when none has it. Focusing fetches what the row leads to. */
export function focusRow(step: 1 | -1): void {
  // Where the open thread stands in the list's place, the next row is the next thread.
  const beside = document.querySelector<HTMLElement>(`[data-slot=beside] a[href][rel=${step > 0 ? "next" : "prev"}]`);
  if (beside?.offsetParent) return beside.click();
  const rows = rowsOf();
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const open = rows.findIndex((row) => row.getAttribute("aria-current") === "true");
  const from = at >= 0 ? at : open;
  const next = rows[from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + step))];
  // The list is not seen, and what leads on from the thread is not there yet.
  if (rows[from] && !rows[from].offsetParent) return next?.click();
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

/** Keeps the focus in the list when the row that has it is about to go: on the next one, else the one before. */
export function focusBesides(threadId: string): void {
  const rows = rowsOf();
  const at = rows.findIndex((row) => row.dataset["thread"] === threadId);
  (rows[at + 1] ?? rows[at - 1])?.focus();
}

/** Who went on to write meanwhile, as fast fingers do, is not called back. */
const isWriting = () => Boolean(document.activeElement?.closest("[data-slot=composer]"));

export function focusThread(threadId: string): void {
  if (!isWriting())
    rowsOf()
      .find((row) => row.dataset["thread"] === threadId)
      ?.focus();
}

/** Where one reads on after opening a thread: arrows scroll it, and a screen reader starts there. */
export function focusReader(): void {
  if (!isWriting()) document.querySelector<HTMLElement>("[data-slot=reader]")?.focus({ preventScroll: true });
}
