import type { Page } from "playwright-core";

/** Notes in every page when the first row of a list was painted. */
export const watchFirstRow = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const look = () => {
      if (!document.querySelector("[data-slot=thread-row]")) return requestAnimationFrame(look);
      // This frame shows it; what waits behind it comes once it is painted.
      return setTimeout(() => performance.mark("row-painted"));
    };
    requestAnimationFrame(look);
  });

/** Long enough for what a page does once it is painted. */
const settleMs = 600;

/**
 * Milliseconds from the beginning of the navigation until the first row was painted: the browser's first contentful paint, or the frame that
 * brought the row if that was a later one. Nobody speaks with the page before it is quiet.
 */
export async function openPage(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: "load" });
  await page.waitForTimeout(settleMs);
  const painted = await page.waitForFunction(() => {
    const [row] = performance.getEntriesByName("row-painted");
    const [first] = performance.getEntriesByName("first-contentful-paint");
    return row && first && Math.max(row.startTime, first.startTime);
  });
  return (await painted.jsonValue()) as number;
}

type Until = { selector: string; text?: string; gone?: boolean };

/**
 * Does `act` in the page and waits until each selector, with its text, is there (or gone) and painted: milliseconds from the event to the frame.
 * The clock is the page's own, so that what the driver takes does not count.
 */
export async function reaction(
  page: Page,
  act: { press: string } | { click: string },
  ...until: readonly Until[]
): Promise<number> {
  await page.evaluate((all) => {
    const store = window as unknown as { begun?: number; took?: number };
    store.begun = store.took = undefined;
    const begin = (event: Event) => (store.begun ??= event.timeStamp);
    for (const type of ["pointerdown", "keydown"]) addEventListener(type, begin, { capture: true, once: true });
    const holds = ({ selector, text, gone }: Until) =>
      [...document.querySelectorAll(selector)].some(
        (element) => text === undefined || element.textContent?.toLowerCase() === text,
      ) !== (gone ?? false);
    const look = () => {
      if (store.begun === undefined || !all.every(holds)) return requestAnimationFrame(look);
      return setTimeout(() => (store.took = performance.now() - store.begun!));
    };
    requestAnimationFrame(look);
  }, until);
  await ("press" in act ? page.keyboard.press(act.press) : page.click(act.click));
  const took = await page
    .waitForFunction(() => (window as unknown as { took?: number }).took, undefined, { timeout: 10_000 })
    .catch((cause: unknown) => {
      throw new Error(`never seen after ${JSON.stringify(act)}: ${JSON.stringify(until)}`, { cause });
    });
  return (await took.jsonValue()) as number;
}
