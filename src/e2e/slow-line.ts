import type { Browser } from "playwright-core";

/** Milliseconds. */
const longestDelay = 700;

/** The scripts of a page, and what it asks the server. */
const delayed = /_build\/assets\/.*\.js|\/api\/trpc/;

/**
 * Lets every page of `browser` be reached over a bad line: half of its scripts and of the server's answers come up to 700 ms late, so that a
 * click, a script and an answer meet in another order each time. For what no journey shows while all arrives at once.
 */
export function overSlowLine(browser: Browser): Browser {
  const open = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await open(options);
    await context.route(delayed, async (route) => {
      if (Math.random() < 0.5) await Bun.sleep(Math.random() * longestDelay);
      // A page that is left meanwhile takes its requests with it.
      await route.fallback().catch(() => {});
    });
    return context;
  };
  browser.newPage = async (options) => (await browser.newContext(options)).newPage();
  return browser;
}
