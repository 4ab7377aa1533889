import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "../e2e/browser";
import { numberOptions } from "../e2e/number-options";
import { type BareRow, serveBarePage } from "./webmail/bare-page";
import { fillMailbox } from "./webmail/fill-mailbox";
import { openPage, reaction, watchFirstRow } from "./webmail/painted";
import { scrollStretches } from "./webmail/scrolling";
import { jmapOf, startTrial, type Trial } from "./webmail/trial-server";

/**
 * How long a person waits in the webmail, in Chromium, against the mail server of the trial with 100,000 messages in the inbox: medians beside their
 * bars, a bare fetch of the same JMAP data and a bare SolidStart page with the same rows in the same run. Fails when a bar is missed.
 * Milliseconds mean something on a quiet machine only. `--messages 20000` makes a smaller mailbox.
 */
const { messages } = numberOptions({ messages: 100_000 });
const rounds = 11;
const dataDir = `.cache/bench-webmail-${messages}`;
const filled = join(dataDir, "filled");

async function prepare(): Promise<void> {
  if (existsSync(filled)) return;
  mkdirSync(dataDir, { recursive: true });
  const trial = await startTrial(dataDir);
  const { accountId } = await jmapOf(trial);
  await trial.stop();
  console.log(`filling the mailbox with ${messages} messages, once …`);
  fillMailbox(join(dataDir, "engine"), { accountId, address: trial.person.address }, messages);
  await Bun.write(filled, "");
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!;
let failures = 0;
function said(name: string, value: number, most?: number, unit = "ms"): void {
  const isBad = most !== undefined && value > most;
  if (isBad) failures++;
  const bar = most === undefined ? "" : ` of ${most}`;
  console.log(
    `${name.padEnd(44)} ${value.toFixed(value < 10 ? 1 : 0).padStart(6)}${bar} ${unit}${isBad ? "  TOO SLOW" : ""}`,
  );
}

/** Runs each in turn, so that the machine's moods meet all, and more often than counted, the first times to warm up. */
async function inTurn<Name extends string>(all: Record<Name, () => Promise<number>>): Promise<Record<Name, number>> {
  const named = Object.entries<() => Promise<number>>(all);
  const times = new Map(named.map(([name]): [string, number[]] => [name, []]));
  for (let round = -2; round < rounds; round++)
    for (const [name, once] of named) {
      const time = await once();
      if (round >= 0) times.get(name)!.push(time);
    }
  return Object.fromEntries([...times].map(([name, taken]) => [name, median(taken)])) as Record<Name, number>;
}

const repeated = async (once: () => Promise<number>) => (await inTurn({ once })).once;

async function signIn(browser: Browser, { origin, person }: Trial) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${origin}/mail/login`);
  await page.locator("[name=address]").fill(person.address);
  await page.locator("[name=password]").fill(person.password);
  await page.keyboard.press("Enter");
  await page.locator("[data-slot=thread-row]").first().waitFor();
  return { context, page, state: await context.storageState() };
}

async function measureInbox(
  browser: Browser,
  trial: Trial,
  rows: readonly BareRow[],
  state: Awaited<ReturnType<typeof signIn>>["state"],
) {
  const bare = await serveBarePage(rows);
  const context = () => browser.newContext({ viewport: { width: 1280, height: 800 }, storageState: state });
  const newPage = async (around: BrowserContext) => {
    const opened = await around.newPage();
    await watchFirstRow(opened);
    return opened;
  };
  // A page each, so that neither is closed while the other one opens.
  const kept = await context();
  const pages = { bare: await newPage(kept), inbox: await newPage(kept) };
  const warmly = (which: keyof typeof pages, url: string) => () => openPage(pages[which], url);
  const coldly = (url: string) => async () => {
    const fresh = await context();
    const opened = await newPage(fresh);
    const took = await openPage(opened, url);
    await fresh.close();
    return took;
  };
  const inbox = `${trial.origin}/mail/inbox`;
  const warm = await inTurn({ bare: warmly("bare", bare.plain), inbox: warmly("inbox", inbox) });
  const cold = await inTurn({ bare: coldly(bare.plain), isolated: coldly(bare.isolated), inbox: coldly(inbox) });
  await kept.close();
  await bare.stop();
  said("bare SolidStart page, warm", warm.bare);
  said("bare SolidStart page, cold", cold.bare);
  said("bare page that is isolated as ours, cold", cold.isolated);
  said("inbox painted, warm", warm.inbox, 300);
  said("inbox painted, cold", cold.inbox, 500);
  said("inbox / bare page, warm", warm.inbox / warm.bare, 2.5, "×");
  // Without a bar: a third of the difference is the process that isolation costs a first visit, on either page.
  said("inbox / bare page, cold", cold.inbox / cold.bare, undefined, "×");
  said("inbox / isolated bare page, cold", cold.inbox / cold.isolated, 2.5, "×");
}

async function measureActs(page: Page): Promise<void> {
  let at = 0;
  const opened = await repeated(async () => {
    const row = `[data-slot=thread-row] >> nth=${1 + (at++ % 10)}`;
    await page.hover(row);
    await page.waitForTimeout(150);
    const subject = await page.locator(row).locator("[data-slot=thread-row-subject]").innerText();
    return reaction(
      page,
      { click: row },
      { selector: "[data-slot=reader] h2", text: subject.toLowerCase().replace(/^re: /, "") },
      { selector: "[data-slot=message-body]" },
      // Until then the plain text stands where the HTML will.
      { selector: "[data-slot=message-body] .invisible", gone: true },
    );
  });
  said("open a message", opened, 80);
  await page.keyboard.press("u");
  const composed = await repeated(async () => {
    await page.locator("[data-slot=thread-row]").first().focus();
    const took = await reaction(page, { press: "c" }, { selector: "[data-slot=composer] :focus" });
    await page.keyboard.press("Escape");
    await page.locator("[data-slot=composer] header button").last().click();
    await page.locator("[data-slot=composer]").waitFor({ state: "detached" });
    return took;
  });
  said("composer usable", composed, 80);
  const archived = await repeated(async () => {
    const row = page.locator("[data-slot=thread-row]").first();
    await row.focus();
    const id = await row.getAttribute("data-thread");
    return reaction(page, { press: "e" }, { selector: `[data-slot=thread-row][data-thread="${id}"]`, gone: true });
  });
  said("archive shows", archived, 50);
}

async function measureSearch(page: Page): Promise<void> {
  const words = ["invoice", "harvest", "bicycle", "kitchen", "question", "station", "garden", "delivery", "ticket"];
  const times: number[] = [];
  for (const word of words) {
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.keyboard.press("Control+a");
    await page.keyboard.type(word.slice(0, -1), { delay: 20 });
    await page.waitForTimeout(400);
    const last = word.at(-1)!;
    times.push(await reaction(page, { press: last }, { selector: "[data-slot=thread-row] mark", text: word }));
  }
  said("search result after the last key", median(times), 200);
}

async function measureScroll(page: Page): Promise<void> {
  for (const [name, way] of Object.entries({
    "flying over": { rows: Math.min(10_000, messages / 10), step: 10 },
    "showing each of": { rows: 2_000, step: 5 },
  })) {
    const { longest, fetched } = await scrollStretches(page, { ...way, times: 9 });
    said(`longest frame, ${name} ${way.rows} rows`, median(longest), 50);
    console.log(`  each time ${longest.map(Math.round).join(" ")}; pages of rows fetched ${fetched}`);
  }
}

/** Also answers with the rows that were fetched. */
async function measureJmap(trial: Trial): Promise<BareRow[]> {
  const jmap = await jmapOf(trial);
  const inbox = (await jmap.ask([["Mailbox/query", { filter: { role: "inbox" } }, "0"]])) as {
    methodResponses: [string, { ids: string[] }][];
  };
  const view: [string, object, string][] = [
    ["Mailbox/get", { ids: null }, "m"],
    [
      "Email/query",
      {
        ...{ filter: { inMailbox: inbox.methodResponses[0]![1].ids[0] }, collapseThreads: true, limit: 51 },
        sort: [{ property: "receivedAt", isAscending: false }],
      },
      "q",
    ],
    [
      "Email/get",
      {
        "#ids": { resultOf: "q", name: "Email/query", path: "/ids" },
        properties: ["threadId", "from", "to", "subject", "preview", "receivedAt", "hasAttachment", "size"],
      },
      "g",
    ],
  ];
  let fetched: unknown;
  const took = await repeated(async () => {
    const begun = performance.now();
    fetched = await jmap.ask(view);
    return performance.now() - begun;
  });
  said("bare fetch of the inbox by JMAP", took);
  const { methodResponses } = fetched as { methodResponses: [string, { list: Head[] }][] };
  return methodResponses[2]![1].list
    .slice(0, 50)
    .map(({ from, subject, preview }) => ({ from: from[0]?.name ?? "", subject, preview }));
}
type Head = { from: { name: string | null }[]; subject: string; preview: string };

await prepare();
const trial = await startTrial(dataDir);
const browser = await launchBrowser();
try {
  const rows = await measureJmap(trial);
  const { page, state } = await signIn(browser, trial);
  await measureInbox(browser, trial, rows, state);
  await measureScroll(page);
  await measureActs(page);
  await measureSearch(page);
} finally {
  await browser.close();
  await trial.stop();
}
process.exit(failures > 0 ? 1 : 0);
