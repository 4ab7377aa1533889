import chromium from "@sparticuz/chromium";
import axe from "axe-core";
import { type Browser, chromium as playwright, type Page } from "playwright-core";
import { chromiumPath } from "./chromium-path";
import { overSlowLine } from "./slow-line";

/** Arguments of the package that would make this browser more trusting than a customer's, or hide what it sends. */
const notAsCustomersHave = new Set([
  "--disable-web-security",
  "--allow-running-insecure-content",
  "--disable-site-isolation-trials",
  "--no-pings",
  "--single-process",
]);

/** Every name but ours leads nowhere, so that nothing a journey opens can reach the network. */
const onlyLoopback = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1, EXCLUDE localhost";

/** Once in some hundred starts Chromium ends in a segmentation fault before its first page: nothing of ours has run by then. */
const attempts = 3;

/** A headless Chromium for one test file; close it in `afterAll`. Works for root and for ordinary users. With `SLOW_LINE` all comes late. */
export async function launchBrowser(): Promise<Browser> {
  chromium.setGraphicsMode = false;
  const args = chromium.args.filter((argument) => !notAsCustomersHave.has(argument));
  const options = {
    executablePath: await chromiumPath(),
    headless: true,
    args: [...args, "--disable-gpu", "--disable-background-networking", onlyLoopback],
  };
  for (let attempt = 1; ; attempt++)
    try {
      const browser = await playwright.launch(options);
      return process.env.SLOW_LINE ? overSlowLine(browser) : browser;
    } catch (error) {
      if (attempt === attempts || !String(error).includes("SIGSEGV")) throw error;
    }
}

/** Waits for what fades or slides in: half-transparent text has the contrast of nothing that anybody reads. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const short = document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().endTime) <= 1000);
    await Promise.allSettled(short.map(({ finished }) => finished));
  });

/**
 * Fails when axe finds a serious or critical violation on `page`, and prints each with the elements concerned. Looks at the page itself; the
 * mail frame runs no scripts, so axe cannot enter it.
 */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  await settled(page);
  const violations = await page.evaluate(async () => {
    const found = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      iframes: false,
      resultTypes: ["violations"],
    });
    return found.violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(
        ({ id, impact, help, nodes }) =>
          `${impact} ${id}: ${help}\n${nodes.map(({ html }) => `    ${html.slice(0, 200)}`).join("\n")}`,
      );
  });
  if (violations.length > 0) throw new Error(`axe found on ${page.url()}:\n${violations.join("\n")}`);
}

export type ConsoleWatch = {
  /** Throws with everything said so far, unless `allowed` matches it; then starts anew. */
  expectQuiet: (allowed?: RegExp) => void;
};

/** Listens to `page` from now on for console errors, violations of its content security policy and uncaught exceptions. */
export function watchConsole(page: Page): ConsoleWatch {
  let heard: string[] = [];
  page.on("pageerror", (error) => heard.push(`uncaught ${error.stack || error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(`${message.text()} (${message.location().url})`);
  });
  return {
    expectQuiet(allowed) {
      const faults = heard.filter((fault) => !allowed?.test(fault));
      heard = [];
      if (faults.length > 0) throw new Error(`the browser console is not quiet:\n${faults.join("\n")}`);
    },
  };
}
