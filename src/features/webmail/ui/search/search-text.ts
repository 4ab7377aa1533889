import { createSignal } from "solid-js";

const [text, setText] = createSignal("");

/** What is looked for, as it is being typed: the address follows after a pause. Browser only. */
export const searchText = text;

/** Milliseconds of no typing after which a search begins, and after which it is written into the address. */
const settleMs = 70;
const addressMs = 500;

let settling: ReturnType<typeof setTimeout> | undefined;
let writing: ReturnType<typeof setTimeout> | undefined;

export const searchPath = (query: string, threadId?: string): string =>
  `/mail/search${threadId ? `/${encodeURIComponent(threadId)}` : ""}${query ? `?q=${encodeURIComponent(query)}` : ""}`;

/** Searches now. */
export function searchFor(query: string): void {
  clearTimeout(settling);
  setText(query);
}

/** Searches when nothing is typed for a moment, and calls `write` with it when nothing is typed for a while. */
export function searchSoon(query: string, write: (query: string) => void): void {
  clearTimeout(settling);
  clearTimeout(writing);
  settling = setTimeout(() => setText(query), settleMs);
  writing = setTimeout(() => write(query), addressMs);
}

/** What was only typed is not searched for any more, nor written anywhere. */
export function forgetTyping(): void {
  clearTimeout(settling);
  clearTimeout(writing);
}

const [origin, setOrigin] = createSignal<{ name: string; value: string }>();

/** The folder that was shown before the search, and how the search calls it. */
export const searchOrigin = origin;
export const comeFrom = setOrigin;
