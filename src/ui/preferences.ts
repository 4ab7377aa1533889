import { createSignal } from "solid-js";
import { isServer } from "solid-js/web";

export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

const year = 31_536_000;
const [chosen, setChosen] = createSignal<Theme>();

const remember = (name: string, value: string) => {
  document.cookie = `${name}=${value}; path=/; max-age=${year}; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
};

/** The reader's choice in this tab; undefined until it is changed, then `<html data-theme>` says what the server rendered. */
export const theme = (): Theme | undefined =>
  chosen() ?? (isServer ? undefined : (document.documentElement.dataset["theme"] as Theme));

/** Applies a theme at once and remembers it in the cookie `theme`, which the server reads for the next page. */
export function setTheme(next: Theme): void {
  setChosen(next);
  document.documentElement.dataset["theme"] = next;
  remember("theme", next);
}

/** Remembers a language in the cookie `locale` and loads the page again in it: one language is downloaded, never both. */
export function setLocale(next: string): void {
  remember("locale", next);
  location.reload();
}
