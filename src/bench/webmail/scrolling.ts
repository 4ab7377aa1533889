import type { Page, Request } from "playwright-core";

/** Scrolls past so many rows, `step` more with each frame, and says how long the longest frame was, in milliseconds. */
const longestFrame = (page: Page, stretch: { from: number; rows: number; step: number }) =>
  page.evaluate(async ({ from, rows, step }) => {
    const pane = document.querySelector("[data-slot=thread-scroll]")!;
    const height = document.querySelector("[data-slot=thread-row]")!.getBoundingClientRect().height;
    let longest = 0;
    let before = performance.now();
    for (let row = 0; row < rows; row += step) {
      pane.scrollTop = (from + row) * height;
      const now = await new Promise<number>((frame) => requestAnimationFrame(frame));
      longest = Math.max(longest, now - before);
      before = now;
    }
    return longest;
  }, stretch);

/** The longest frame of each of some stretches of a list, one below the other so that none was there before, and the pages fetched for all. */
export async function scrollStretches(
  page: Page,
  { rows, step, times }: { rows: number; step: number; times: number },
) {
  await page.reload();
  await page.locator("[data-slot=thread-row]").first().waitFor();
  await page.waitForTimeout(1000);
  let fetched = 0;
  const count = (request: Request) => void (fetched += Number(/webmail\.threads[,?]/.test(request.url())));
  page.on("request", count);
  const longest: number[] = [];
  for (let time = 0; time < times; time++) {
    longest.push(await longestFrame(page, { from: time * rows, rows, step }));
    await page.waitForTimeout(500);
  }
  page.off("request", count);
  await page.locator("[data-slot=thread-scroll]").evaluate((pane) => void (pane.scrollTop = 0));
  await page.waitForTimeout(500);
  return { longest, fetched };
}
