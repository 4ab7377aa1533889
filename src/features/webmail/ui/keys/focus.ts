import type { ThreadSummary } from "../../schema";
import { selection } from "../handling/selection";

/** The row that has the focus. */
export function focusedRow(): ThreadSummary | undefined {
  const id = document.activeElement?.closest<HTMLElement>("[data-thread]")?.dataset["thread"];
  return id === undefined ? undefined : selection.listed.get(id);
}

/** Opens the row with the focus as a press on it would. */
export const openFocused = (): void => document.activeElement?.closest<HTMLElement>("[data-thread]")?.click();

/** Puts the focus on the head of the message `step` further in the open thread; on the last one, or the first, when none has it. */
export function focusMessage(step: 1 | -1): void {
  const heads = [...document.querySelectorAll<HTMLElement>("[data-slot=message-head]")];
  const at = heads.findIndex((head) => head.closest("[data-slot=message]")?.contains(document.activeElement));
  const next = at < 0 ? (step > 0 ? 0 : heads.length - 1) : Math.min(heads.length - 1, Math.max(0, at + step));
  heads[next]?.focus();
  heads[next]?.scrollIntoView({ block: "nearest" });
}

export const focusSearch = (): void => {
  const box = document.querySelector<HTMLInputElement>("[data-slot=search-box] input");
  box?.focus();
  box?.select();
};

/** Opens what else can be done: with what is chosen, else with the open thread or its last message. */
export function openMore(): void {
  const menus = "[data-slot=selection-acts] [aria-haspopup], [data-slot=reader-bar] [aria-haspopup]";
  const ofMessages = document.querySelectorAll<HTMLElement>("[data-slot=message-top] [aria-haspopup]");
  (document.querySelector<HTMLElement>(menus) ?? [...ofMessages].at(-1))?.click();
}
