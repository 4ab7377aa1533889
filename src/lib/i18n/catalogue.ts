import type { Area } from "./areas";
import type { Messages } from "./keys";

export const locales = ["en", "de"] as const;
export type Locale = (typeof locales)[number];

/** Where sentences come from: all languages in the server's memory, or the one language that a browser downloaded. */
export type CatalogueSource = { locale: () => Locale; messages: (area: Area) => Messages | undefined };

let source: CatalogueSource = { locale: () => "en", messages: () => undefined };

/** Called once by each entry point, before anything is rendered. */
export const provideCatalogue = (next: CatalogueSource): void => void (source = next);

/** The language of the page being rendered; also what `Intl` formatters are given. */
export const locale = (): Locale => source.locale();
export const messagesOf = (area: Area): Messages | undefined => source.messages(area);
