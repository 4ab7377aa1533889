import { t } from "~/lib/i18n/t";
import { dragRows } from "./drag-rows";
import type { Handling } from "./handling";
import { selectTo } from "./select-to";
import { selection } from "./selection";

/** Milliseconds, and pixels by which a finger may tremble. */
const longPress = 450;
const tremble = 10;

/** Where Escape has another meaning. */
const typing = "dialog, input:not([type=checkbox]), textarea, [contenteditable], [role=menu], [data-slot=composer]";

const rowAt = (target: EventTarget | null) => {
  const row = target instanceof Element ? target.closest<HTMLElement>("[data-slot=thread-row][data-thread]") : null;
  return row?.dataset["thread"] ? selection.listed.get(row.dataset["thread"]) : undefined;
};

/**
 * How rows are chosen and dragged without their box: Ctrl and Shift with a press, a long press of a finger and then taps, Escape to end it.
 * One listener a page, however many rows come and go. Returns how it ends.
 */
export function rowGestures(handling: Handling): () => void {
  // Has the words fetched that menus and dialogs will need.
  t("arranging.acts");
  const over = new AbortController();
  const on = <K extends keyof DocumentEventMap>(type: K, listen: (event: DocumentEventMap[K]) => void) =>
    document.addEventListener(type, listen, { signal: over.signal, capture: true });
  let isTouch = false;
  let isHeld = false;
  let pressed: { x: number; y: number; timer: ReturnType<typeof setTimeout> } | undefined;
  const release = () => {
    clearTimeout(pressed?.timer);
    pressed = undefined;
  };

  on("pointerdown", (event) => {
    isTouch = event.pointerType === "touch";
    isHeld = false;
    release();
    const row = isTouch && event.isPrimary ? rowAt(event.target) : undefined;
    if (!row) return;
    const hold = () => {
      isHeld = true;
      selection.toggle(row);
      navigator.vibrate?.(10);
    };
    pressed = { x: event.clientX, y: event.clientY, timer: setTimeout(hold, longPress) };
  });
  on("pointermove", (event) => {
    if (pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > tremble) release();
  });
  on("pointerup", release);
  on("pointercancel", release);
  on("contextmenu", (event) => {
    if (isTouch && rowAt(event.target)) event.preventDefault();
  });
  on("click", (event) => {
    const { target } = event;
    if (event.shiftKey && target instanceof HTMLInputElement && target.dataset["slot"] === "row-select") {
      const beside = rowAt(target.nextElementSibling);
      if (!beside) return;
      event.stopPropagation();
      selectTo(beside);
      // The browser is about to take the mark away from a box that has one.
      setTimeout(() => (target.checked = selection.has(beside.threadId)));
      return;
    }
    const row = rowAt(target);
    if (!row) return;
    const isTap = isTouch && selection.count() > 0;
    if (!isHeld && !isTap && !event.ctrlKey && !event.metaKey && !event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (isHeld) isHeld = false;
    else if (event.shiftKey) selectTo(row);
    else selection.toggle(row);
  });
  on("keydown", (event) => {
    const isElsewhere = event.target instanceof Element && event.target.closest(typing);
    if (event.key === "Escape" && !event.defaultPrevented && !isElsewhere) selection.clear();
  });
  dragRows({ handling, on, rowAt, isTouch: () => isTouch });
  return () => {
    release();
    over.abort();
  };
}
