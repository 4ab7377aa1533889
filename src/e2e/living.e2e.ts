import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { createTransport } from "nodemailer";
import type { Browser, Page } from "playwright-core";
import { handlers } from "../../jobs/handlers";
import { startWorker } from "../../jobs/start-worker";
import { password } from "../features/users/server/testing-users";
import { putMail, testMailboxes } from "../features/webmail/server/testing-webmail";
import { until } from "../lib/testing-until";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const { services, kv, submissionPort } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ana, bea } = people;
let browser: Browser;
let page: Page;
let origin = "";
let stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  const worker = await startWorker(services, handlers);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => worker.stop(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
  page = await signedIn(ana.address);
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

async function signedIn(address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  const opened = await context.newPage();
  await opened.goto(`${origin}/mail/login`);
  await opened.locator("[name=address]").fill(address);
  await opened.locator("[name=password]").fill(password);
  await opened.keyboard.press("Enter");
  await opened.locator("[data-slot=mail-list]").waitFor();
  return opened;
}

const row = (on: Page, subject: string) => on.locator("[data-slot=thread-row]", { hasText: subject }).first();
const write = (from: string, to: string, subject: string) =>
  createTransport({
    ...{ host: "127.0.0.1", port: submissionPort, ignoreTLS: true, auth: { user: from, pass: password } },
  }).sendMail({ from, to, subject, text: "Hello" });

test("new mail appears by itself, is counted in the title, and is announced", async () => {
  await putMail(ana.ctx, { subject: "Fresh from the press" });
  await row(page, "Fresh from the press").waitFor();
  await page.waitForFunction(() => document.title.startsWith("(1) "));
  await page.locator("[aria-live]", { hasText: "1 new conversation" }).first().waitFor({ state: "attached" });
});

test("who goes away says so in the settings, and whoever writes is answered", async () => {
  const console = watchConsole(page);
  await page.goto(`${origin}/mail/settings`);
  const card = page.locator("[data-slot=card]", { has: page.getByRole("heading", { name: "Away", exact: true }) });
  await card.getByLabel("Answer for me").check();
  await card.getByLabel("Subject").fill("I am at the sea");
  await card.locator("textarea:required").waitFor();
  await card.getByRole("button", { name: "Save" }).click();
  // Without words there is nothing to answer.
  await card.locator("textarea:invalid").waitFor();
  await card.getByLabel("What is answered").fill("Back on Monday.\nAna");
  await card.getByRole("button", { name: "Save" }).click();
  await page.getByText("Whoever writes to you is answered.").waitFor();
  await card.getByText("On", { exact: true }).waitFor();
  await expectNoAxeViolations(page);
  const other = await signedIn(bea.address);
  await write(bea.address, ana.address, "Lunch on Friday?");
  await row(other, "I am at the sea").waitFor();
  await other.context().close();
  await card.getByLabel("Answer for me").uncheck();
  await card.getByRole("button", { name: "Save" }).click();
  await page.getByText("Nobody is answered any more.").waitFor();
  await card.getByText("Off", { exact: true }).waitFor();
  console.expectQuiet();
});

test("how the webmail looks is chosen once and stays", async () => {
  await page.goto(`${origin}/mail/settings`);
  await page.locator("[name=density]").selectOption("compact");
  await page.locator("[name=undoSeconds]").selectOption("30");
  await page.waitForLoadState("networkidle").catch(() => {});
  await page.reload();
  expect(await page.locator("[name=density]").inputValue()).toBe("compact");
  expect(await page.locator("[name=undoSeconds]").inputValue()).toBe("30");
});

test("when the connection is lost the page stays, says what did not happen, and catches up by itself", async () => {
  await page.goto(`${origin}/mail/inbox`);
  await row(page, "Fresh from the press").click();
  await page.locator("[data-slot=message-body]").first().waitFor();
  // Counted as read: the page has been taken over.
  await row(page, "Fresh from the press").locator("xpath=self::*[not(@data-unread)]").waitFor();
  await page.context().setOffline(true);
  await page.getByRole("group", { name: "Actions" }).getByRole("button", { name: "Delete", exact: true }).click();
  await page.locator("[data-slot=toast][data-tone=danger]").first().waitFor();
  await row(page, "Fresh from the press").waitFor();
  await putMail(ana.ctx, { subject: "While you were away" });
  await page.context().setOffline(false);
  await row(page, "While you were away").waitFor({ timeout: 45_000 });
  await row(page, "While you were away").click();
  await page.getByRole("heading", { level: 2, name: "While you were away" }).waitFor();
});

test("a page that lost scripts on their way asks for them again, and lives", async () => {
  const lost = new Map<string, number>();
  await page.route(/_build\/assets\/.*\.js/, async (route) => {
    const { pathname } = new URL(route.request().url());
    const answer = await route.fetch();
    const isNeeded = pathname.endsWith("/of-mail.js") || (await answer.text()).includes("/api/trpc");
    const times = lost.get(pathname) ?? 0;
    if (isNeeded) lost.set(pathname, times + 1);
    await (isNeeded && times < 3 ? route.abort() : route.fulfill({ response: answer }));
  });
  await page.goto(`${origin}/mail/inbox`);
  await until(() => [...lost.values()].filter((times) => times > 3).length === 2, 30_000);
  await putMail(ana.ctx, { subject: "After the gap" });
  await row(page, "After the gap").waitFor();
  await page.unrouteAll({ behavior: "wait" });
});
