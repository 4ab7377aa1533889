import { createSignal } from "solid-js";
import { atLast, importAnew } from "../import-anew";
import type { Area } from "./areas";
import { type Locale, provideCatalogue } from "./catalogue";
import type { Messages } from "./keys";

const loaded: Partial<Record<Area, Messages>> = {};
const loading = new Map<Area, Promise<void>>();
const [arrivals, setArrivals] = createSignal(0);

/** Milliseconds until words that could not be fetched are asked for again by whoever shows them. */
const againMs = 2000;

const pageLocale = (): Locale => (document.documentElement.lang === "de" ? "de" : "en");

/** A build has each area under a name that is made of language and area; its place is the only thing to know. */
const fetchArea = (area: Area): Promise<{ default: Messages }> =>
  import.meta.env.DEV
    ? import(`./${pageLocale()}/${area}.ts`)
    : import(/* @vite-ignore */ `${import.meta.env.VITE_SENTENCES}/${pageLocale()}/${area}.js`);

function load(area: Area): Promise<void> {
  const known = loaded[area] ? Promise.resolve() : loading.get(area);
  if (known) return known;
  const arrive = () => void setArrivals((n) => n + 1);
  const work = importAnew(() => fetchArea(area)).then((module) => {
    loaded[area] = module.default;
    arrive();
  });
  loading.set(area, work);
  work.catch(() => {
    loading.delete(area);
    setTimeout(arrive, againMs);
  });
  return work;
}

/** Fetches the sentences of `areas` in the page's language only. Resolves when all can be shown. */
export const loadAreas = async (areas: readonly Area[]): Promise<void> => void (await Promise.all(areas.map(load)));

const fetching = new Map<string, Promise<void>>();

async function fetchFile(path: string): Promise<void> {
  const file = await importAnew(() => import(/* @vite-ignore */ path) as Promise<{ default: typeof loaded }>);
  Object.assign(loaded, file.default);
  setArrivals((n) => n + 1);
}

/** The sentences of a group of pages, one file. */
function loadFile(path: string): Promise<void> {
  const work = fetching.get(path) ?? fetchFile(path);
  fetching.set(path, work);
  work.catch(() => fetching.delete(path));
  return work;
}

/** Takes what the server named in the page (`data-sentences`): the page is not taken over before it can say what the server said. */
export async function loadNamed(): Promise<void> {
  if (import.meta.env.DEV) return loadAreas((await import("./areas")).areasOf(location.pathname));
  const links = document.querySelectorAll<HTMLLinkElement>("link[data-sentences]");
  await Promise.all([...links].map((link) => atLast(() => loadFile(link.getAttribute("href")!))));
}

/**
 * A part of a page, once the files of what it says have come beside it: a page that opens has its words. Those that do not come keep nobody
 * from the page; they are asked for again.
 * @public The build puts it around the parts of every route.
 */
export async function withWords<T>(part: Promise<T>, files: readonly string[]): Promise<T> {
  if (import.meta.env.DEV) return part;
  const folder = `${import.meta.env.VITE_SENTENCES}/${pageLocale()}/`;
  const [arrived] = await Promise.all([part, ...files.map((file) => loadFile(folder + file).catch(() => {}))]);
  return arrived;
}

/** Makes `t` read what was fetched; an area that is asked for and missing is fetched, and its readers run again. */
export const provideBrowserCatalogue = (): void =>
  provideCatalogue({
    locale: pageLocale,
    messages(area) {
      if (!loaded[area]) {
        arrivals();
        load(area).catch(() => {});
      }
      return loaded[area];
    },
  });
