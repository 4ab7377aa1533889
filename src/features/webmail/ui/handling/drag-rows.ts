import { t } from "~/lib/i18n/t";
import type { ThreadSummary } from "../../schema";
import type { Handling } from "./handling";
import { selection } from "./selection";

type On = <K extends keyof DocumentEventMap>(type: K, listen: (event: DocumentEventMap[K]) => void) => void;
export type DragRowsOptions = {
  handling: Handling;
  on: On;
  rowAt: (target: EventTarget | null) => ThreadSummary | undefined;
  isTouch: () => boolean;
};

const folderAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>("[data-folder]") : null;

/** Rows dragged onto folders: all that are chosen when the dragged one is. Never the only way: the menu and `v` do the same. */
export function dragRows({ handling, on, rowAt, isTouch }: DragRowsOptions): void {
  let dragged: ThreadSummary | undefined;
  let lit: HTMLElement | undefined;
  const light = (folder?: HTMLElement) => {
    lit?.removeAttribute("data-drop");
    lit = folder;
    lit?.setAttribute("data-drop", "");
  };
  on("dragstart", (event) => {
    dragged = rowAt(event.target);
    if (!dragged || !event.dataTransfer) return;
    if (isTouch()) return event.preventDefault();
    const count = selection.has(dragged.threadId) ? selection.count() : 1;
    event.dataTransfer.clearData();
    event.dataTransfer.setData("text/x-conversations", String(count));
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setDragImage(dragImage(t("handling.dragged", { count })), -8, -8);
  });
  on("dragover", (event) => {
    const folder = dragged && folderAt(event.target);
    if (folder !== lit) light(folder ?? undefined);
    if (!folder) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "move";
  });
  on("drop", (event) => {
    const mailboxId = dragged && folderAt(event.target)?.dataset["folder"];
    if (!mailboxId) return;
    event.preventDefault();
    handling.moveTo({ mailboxId }, dragged);
  });
  on("dragend", () => {
    dragged = undefined;
    light();
  });
}

/** The browser takes its picture at once; the element goes with the next frame. */
function dragImage(text: string): HTMLElement {
  const image = document.createElement("div");
  image.dataset["slot"] = "drag-image";
  image.textContent = text;
  document.body.append(image);
  requestAnimationFrame(() => image.remove());
  return image;
}
