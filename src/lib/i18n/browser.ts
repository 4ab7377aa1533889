import { createSignal } from "solid-js";
import type { Area } from "./areas";
import { type Locale, provideCatalogue } from "./catalogue";
import type { Messages } from "./keys";

const loaded: Partial<Record<Area, Messages>> = {};
const loading = new Map<Area, Promise<void>>();
const [arrivals, setArrivals] = createSignal(0);

const pageLocale = (): Locale => (document.documentElement.lang === "de" ? "de" : "en");

function load(area: Area): Promise<void> {
  const known = loading.get(area);
  if (known) return known;
  const work = import(`./${pageLocale()}/${area}.ts`).then((module: { default: Messages }) => {
    loaded[area] = module.default;
    setArrivals((n) => n + 1);
  });
  loading.set(area, work);
  return work;
}

/** Fetches the sentences of `areas` in the page's language only. Resolves when all can be shown. */
export const loadAreas = async (areas: readonly Area[]): Promise<void> => void (await Promise.all(areas.map(load)));

/** Makes `t` read what was fetched; an area that is asked for and missing is fetched, and its readers run again. */
export const provideBrowserCatalogue = (): void =>
  provideCatalogue({
    locale: pageLocale,
    messages(area) {
      if (!loaded[area]) {
        arrivals();
        load(area).catch(() => loading.delete(area));
      }
      return loaded[area];
    },
  });
