import { isAddress } from "../recipients";

export type RecipientAct = "next" | "previous" | "close" | "choose" | "addTyped" | "removeLast" | "toChips";

export type RecipientPlace = {
  typed: string;
  /** The cursor stands before everything that is typed. */
  isAtStart: boolean;
  /** Suggestions are shown. */
  isOpen: boolean;
  /** One of them is meant. */
  isMeant: boolean;
};

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey">;

/** What a key does in a line of recipients; undefined for what it does in every input. */
export function recipientAct(
  pressed: Pressed,
  { typed, isAtStart, isOpen, isMeant }: RecipientPlace,
): RecipientAct | undefined {
  const { key } = pressed;
  if (key === "ArrowDown") return isOpen ? "next" : undefined;
  if (key === "ArrowUp") return isOpen ? "previous" : undefined;
  if (key === "Escape") return isOpen ? "close" : undefined;
  if (key === "Enter") return pressed.ctrlKey || pressed.metaKey ? undefined : "choose";
  if (key === "Tab") return !pressed.shiftKey && isOpen && isMeant ? "choose" : undefined;
  if (key === "Backspace") return isAtStart ? "removeLast" : undefined;
  if (key === "ArrowLeft") return isAtStart ? "toChips" : undefined;
  if (key === " ") return isAddress(typed.trim()) ? "addTyped" : undefined;
  if (key !== "," && key !== ";") return undefined;
  // A quotation mark that is open holds the comma together with what follows.
  const isQuoted = (typed.match(/"/g)?.length ?? 0) % 2 === 1;
  return isQuoted || typed.trim() === "" ? undefined : "addTyped";
}
