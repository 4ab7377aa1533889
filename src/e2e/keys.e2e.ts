import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { listThreads } from "../features/webmail/server/list-threads";
import { putMail, testMailboxes } from "../features/webmail/server/testing-webmail";
import { until } from "../lib/testing-until";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const { services, kv } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana"]);
const { ana } = people;
const start = Date.now() - 3_600_000;
let browser: Browser;
let page: Page;
let stops: (() => Promise<unknown>)[] = [];

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const row = (number: number) => page.locator("[data-slot=thread-row]", { hasText: `Mail ${number}.` });
const toast = (text: string) => page.locator("[data-slot=toast]", { hasText: text }).waitFor();
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
const at = (path: string) => page.waitForURL((url) => url.pathname === path);
const total = async (role: "inbox" | "archive" | "trash") => (await listThreads(ana.ctx, { role, limit: 1 })).total;
const reader = () => page.locator("[data-slot=reader]");
const dialog = () => page.locator("dialog[open]");
const closed = () => dialog().waitFor({ state: "detached" });

beforeAll(async () => {
  for (let number = 0; number < 9; number++)
    await putMail(ana.ctx, {
      subject: `Mail ${number}.`,
      body: `Text ${number}.`,
      at: new Date(start - number * 60_000),
    });
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => web.stop(500)];
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  page = await context.newPage();
  await page.goto(`http://localhost:${web.port}/mail`);
  await page.locator("[name=address]").fill(ana.address);
  await page.locator("[name=password]").fill("a long walk at dusk");
  await page.keyboard.press("Enter");
  await row(0).waitFor();
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

test("one walks through the list, opens, reads on and comes back without a mouse", async () => {
  const console = watchConsole(page);
  await press("j", "j");
  expect(await focused()).toContain("Mail 1.");
  await press("k");
  expect(await focused()).toContain("Mail 0.");
  await press("o");
  await reader().getByText("Text 0.").waitFor();
  await press("u");
  await at("/mail/inbox");
  await until(async () => (await focused()).includes("Mail 0."));
  console.expectQuiet();
});

test("flag, unread, archive and delete act on the row that has the focus, and can be undone", async () => {
  await press("s");
  await row(0).getByLabel("Flagged").waitFor();
  await press("s");
  await row(0).getByLabel("Flagged").waitFor({ state: "detached" });
  await press("Shift+U");
  await toast("Marked as unread");
  await press("#");
  await row(0).waitFor({ state: "detached" });
  await until(async () => (await total("trash")) === 1);
  await press("z");
  await row(0).waitFor();
  await until(async () => (await total("trash")) === 0);
});

test("several are chosen with x and treated as one", async () => {
  await row(2).focus();
  await press("x", "j", "x");
  await page.locator("[data-slot=selection-acts]").getByText("2 selected").waitFor();
  await expectNoAxeViolations(page);
  await press("#");
  await row(2).waitFor({ state: "detached" });
  await until(async () => (await total("trash")) === 2);
  await press("*", "a");
  await page.locator("[data-slot=selection-acts]").getByText("7 selected").waitFor();
  await press("*", "n");
  await page.locator("[data-slot=selection-acts]").getByText("7 selected").waitFor({ state: "detached" });
});

test("two keys one after the other go to a folder, and say what may follow", async () => {
  await press("g");
  await page.locator("[data-slot=key-hint]").getByText("Go to drafts").waitFor();
  await press("d");
  await at("/mail/drafts");
  await press("g", "i");
  await at("/mail/inbox");
  await press("g", "s");
  await at("/mail/search");
  await press("g", "i");
  await at("/mail/inbox");
});

test("c begins a message, and letters in it are letters", async () => {
  await press("c");
  await page.locator("[data-slot=composer]").waitFor();
  await page.locator("[data-slot=composer] input").first().focus();
  await page.keyboard.type("jes#");
  expect(new URL(page.url()).pathname).toBe("/mail/inbox");
  expect(await total("trash")).toBe(2);
  await expectNoAxeViolations(page);
  await page.reload();
  await row(1).waitFor();
});

test("the help shows every key, and the switch turns single keys off and on", async () => {
  await row(1).focus();
  await press("?");
  await dialog().getByText("Archive and open the next").waitFor();
  await expectNoAxeViolations(page);
  await dialog().getByLabel("Single keys").press("Space");
  await press("Escape");
  await closed();
  await row(1).focus();
  await press("?", "j");
  expect(await focused()).toContain("Mail 1.");
  expect(await dialog().count()).toBe(0);
  await press("Control+k");
  await dialog().getByRole("combobox").fill("all keys");
  await press("Enter");
  await dialog().getByLabel("Single keys").press("Space");
  await press("Escape");
  await closed();
  // The message that was begun is there again and may have the focus.
  await row(1).focus();
  await press("?");
  await dialog().waitFor();
  await press("Escape");
  await closed();
});

test("the palette does and goes to anything by its name, with the row that had the focus", async () => {
  await row(4).focus();
  await press("Control+k");
  await dialog().getByRole("combobox").fill("delete");
  await dialog().getByRole("option", { name: "Delete" }).waitFor();
  await expectNoAxeViolations(page);
  await press("Enter");
  await row(4).waitFor({ state: "detached" });
  await press("Control+k");
  await dialog().getByRole("combobox").fill("go trash");
  await press("Enter");
  await at("/mail/trash");
});

test("fast fingers: the list that one has just come back to does not take the focus from the message that one began", async () => {
  await page.goto(new URL("/mail/inbox", page.url()).href);
  await row(1).click();
  await reader().waitFor();
  await page.evaluate(() => {
    const { requestAnimationFrame: soon } = window;
    window.requestAnimationFrame = (run) => soon(() => setTimeout(run, 300));
  });
  await press("u", "c");
  await page.locator("[data-slot=composer] :focus").waitFor();
  await page.waitForTimeout(700);
  expect(await page.locator("[data-slot=composer] :focus").count()).toBe(1);
});
