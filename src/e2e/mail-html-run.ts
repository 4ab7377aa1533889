import type { Browser } from "playwright-core";
import type { Layer, MailHtmlPage, Vector } from "./mail-html.page";
import type { MailHtmlServer } from "./mail-html-server";

declare global {
  interface Window {
    mailHtml: MailHtmlPage;
    scriptRan: (where: string) => void;
  }
}

/** Long enough for a fetch that a style or an image starts to reach the router. */
const settleMs = 260;
/** Vectors that share a fresh page. */
const pageSize = 60;
/** Pages at a time: while one waits, another works. */
const lanes = 3;

export type Findings = {
  pictures: number;
  vectors: number;
  scripts: string[];
  requests: string[];
  changes: string[];
  seconds: number;
};

/** Shows every vector through `layer`, waits, clicks, waits, and tells what ran, what was asked of the network and what changed around. */
export async function runVectors(
  browser: Browser,
  server: MailHtmlServer,
  layer: Layer,
  vectors: Vector[],
): Promise<Findings> {
  const started = performance.now();
  const findings: Findings = {
    pictures: 0,
    vectors: vectors.length,
    scripts: [],
    requests: [],
    changes: [],
    seconds: 0,
  };
  const batchSize = layer === "both-shared" ? 4 * pageSize : pageSize;
  let next = 0;
  const runLane = async () => {
    while (next < vectors.length) {
      const start = next;
      next += batchSize;
      await runBatch(browser, server, layer, vectors.slice(start, next), findings);
    }
  };
  await Promise.all(Array.from({ length: lanes }, runLane));
  findings.seconds = (performance.now() - started) / 1000;
  return findings;
}

async function runBatch(
  browser: Browser,
  server: MailHtmlServer,
  layer: Layer,
  vectors: Vector[],
  findings: Findings,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
  await context.exposeBinding("scriptRan", (_, where: string) => void findings.scripts.push(`stub called in ${where}`));
  await context.addInitScript(() => {
    for (const name of ["alert", "confirm", "prompt", "print"])
      Object.defineProperty(window, name, { value: () => window.scriptRan(location.pathname + location.search) });
  });
  const page = await context.newPage();
  context.on("dialog", (dialog) => {
    findings.scripts.push(`dialog ${dialog.message()}`);
    void dialog.dismiss().catch(() => {});
  });
  context.on("page", (popup) => {
    findings.changes.push(`opened ${popup.url()}`);
    void popup.close().catch(() => {});
  });
  await page.route("**", (route) => {
    const request = route.request();
    if (server.knows(request.url())) return route.continue();
    findings.requests.push(`${request.frame().url().replace(server.origin, "")} -> ${request.url()}`);
    return route.abort();
  });
  await page.goto(`${server.origin}/${layer === "none" || layer === "sanitiser" ? "plain" : "reader"}`);
  await page.waitForFunction(() => "mailHtml" in window);
  const untouched = await page.evaluate(() => Object.getOwnPropertyNames(window));
  const before = await page.evaluate(() => window.mailHtml.surroundings());
  await page.evaluate(([to, rows]) => window.mailHtml.showAll(to, rows), [layer, vectors] as const);
  await page.waitForTimeout(settleMs);
  await page.evaluate(() => window.mailHtml.clickAll());
  await page.waitForTimeout(settleMs);
  const after = await page.evaluate(
    (names) => ({ globals: window.mailHtml.newGlobals(names), around: window.mailHtml.surroundings() }),
    untouched,
  );
  findings.pictures += await page.evaluate(() => window.mailHtml.loadedPictures());
  findings.scripts.push(...after.globals.map(([id, names]) => `${id} set ${names.join(" ")}`));
  if (after.around !== before) findings.changes.push(`${before} became ${after.around}`);
  await context.close();
}
