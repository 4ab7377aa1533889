import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { password } from "../features/users/server/testing-users";
import { listOutbox } from "../features/webmail/server/outbox/list-outbox";
import { setPreferences } from "../features/webmail/server/preferences/set-preferences";
import { listThreads } from "../features/webmail/server/list-threads";
import { putMail, testMailboxes, until } from "../features/webmail/server/testing-webmail";
import { ListThreads } from "../features/webmail/schema";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const { services, kv } = await testServices();
const { people } = await testMailboxes(services, "sent.test", ["ana", "bea"]);
const { ana, bea } = people;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => web.stop(500)];
  const origin = `http://localhost:${web.port}`;
  services.platform.appUrl = origin;
  context = await browser.newContext({ viewport: { width: 1200, height: 900 }, reducedMotion: "reduce" });
  page = await context.newPage();
  await page.goto(`${origin}/mail/login`);
  await page.getByLabel("E-mail address").fill(ana.address);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "New message" }).waitFor();
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

const subjectsIn = async (person: typeof ana, role: "inbox" | "sent" | "drafts") =>
  (await listThreads(person.ctx, ListThreads.parse({ role }))).threads.map(({ subject }) => subject);
const composer = () => page.locator("[data-slot=composer]");
const text = () => composer().getByRole("textbox", { name: "Message" });
const send = () => composer().getByRole("button", { name: "Send", exact: true });

async function write(subject: string, words: string): Promise<void> {
  await page.getByRole("button", { name: "New message" }).click();
  await composer().getByLabel("To", { exact: true }).fill(bea.address);
  await composer().getByLabel("Subject").fill(subject);
  await text().click();
  await page.keyboard.type(words);
}

test("an answer is taken back, written on, and sent, and arrives once", async () => {
  const heard = watchConsole(page);
  await putMail(ana.ctx, { subject: "Question", headers: [`Reply-To: ${bea.address}`] });
  await page.getByText("Question").first().click();
  await page.getByRole("button", { name: "Reply", exact: true }).first().click();
  await text().click();
  await page.keyboard.type("Yes, gladly.");
  await send().click();
  await page.getByText("Message sent").first().waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await composer().waitFor();
  await text().getByText("Yes, gladly.").waitFor();
  await until("it is a draft again", async () => (await subjectsIn(ana, "drafts")).includes("Re: Question"));
  expect(await subjectsIn(ana, "sent")).toEqual([]);

  await setPreferences(ana.ctx, { undoSeconds: 0 });
  await send().click();
  await composer().waitFor({ state: "detached" });
  await until("it has arrived", async () => (await subjectsIn(bea, "inbox")).includes("Re: Question"));
  expect(await subjectsIn(bea, "inbox")).toEqual(["Re: Question"]);
  await until("no draft is left", async () => (await subjectsIn(ana, "drafts")).length === 0);
  heard.expectQuiet();
});

test("a message for tomorrow waits in the outbox, where it is put off and called back, by keyboard too", async () => {
  const heard = watchConsole(page);
  await write("Plans", "For tomorrow.");
  await composer().getByRole("button", { name: "Send later" }).click();
  await page.getByRole("menuitem", { name: /^Tomorrow morning/ }).click();
  await page
    .getByText(/^It leaves on /)
    .first()
    .waitFor();
  await page.getByRole("link", { name: /Outbox/ }).click();
  const row = page.locator("[data-slot=outbox-row]", { hasText: "Plans" });
  await row.getByText("Scheduled").waitFor();
  await expectNoAxeViolations(page);

  await row.getByRole("button", { name: "Change time" }).click();
  const dialog = page.getByRole("dialog", { name: "When shall it leave?" });
  await expectNoAxeViolations(page);
  const inTwoDays = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 16);
  await dialog.getByLabel("Day and time").fill(inTwoDays);
  await dialog.getByRole("button", { name: "Choose" }).click();
  await until("it is put off", async () => {
    const [item] = (await listOutbox(ana.ctx, { limit: 1 })).items;
    return item?.state === "scheduled" && Date.parse(item.sendAt!) > Date.now() + 36 * 3_600_000;
  });
  await page
    .getByText(/^It leaves on /)
    .last()
    .waitFor();
  const isFocused = (element: Element) => element === document.activeElement;
  expect(await row.getByRole("button", { name: "Change time" }).evaluate(isFocused)).toBe(true);
  await page.keyboard.press("Shift+Tab");
  expect(await row.getByRole("button", { name: "Call back" }).evaluate(isFocused)).toBe(true);
  await page.keyboard.press("Enter");
  await page.getByText("Called back: it is a draft again.").waitFor();
  expect(await subjectsIn(ana, "drafts")).toEqual(["Plans"]);
  expect(await subjectsIn(bea, "inbox")).toEqual(["Re: Question"]);
  heard.expectQuiet();
});

test("on a phone the outbox fits, and says of a delivered message that it is", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.locator("[data-slot=outbox-row]", { hasText: "Re: Question" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectNoAxeViolations(page);
});
