import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import type { Browser, Locator, Page } from "playwright-core";
import { people } from "../../db/schema";
import { hashPassword } from "../features/auth/server/password-hash";
import { password } from "../features/users/server/testing-users";
import { testMailboxes } from "../features/webmail/server/testing-webmail";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const { services, kv, owner: db } = await testServices();
const { member, people: mailboxes } = await testMailboxes(services, "acme.test", ["ana"]);
const { email, personId } = member.actor;
let browser: Browser;
let origin = "";
let stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  await db
    .update(people)
    .set({ passwordHash: await hashPassword(password) })
    .where(eq(people.id, personId));
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

async function intoPanel(page: Page): Promise<void> {
  await page.goto(`${origin}/login`);
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=password]").fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
}

/** Opens `path` while every script that says `word` is under way; the rest of the page is taken over by then. */
async function openHeld(page: Page, path: string, word: string, ready: Locator): Promise<() => void> {
  const [slow, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await page.route("**/_build/assets/*.js", async (route) => {
    const answer = await route.fetch();
    if ((await answer.text()).includes(word)) {
      held.resolve();
      await slow.promise;
    }
    await route.fulfill({ response: answer });
  });
  await page.goto(origin + path, { waitUntil: "commit" });
  await ready.waitFor();
  await page.waitForFunction(() => {
    const { completed } = (self as unknown as { _$HY: { completed: WeakSet<Element> } })._$HY;
    return [...document.querySelectorAll("#app [data-hk]")].some((element) => completed.has(element));
  });
  await held.promise;
  return slow.resolve;
}

test("what is typed or chosen while the page's own script is under way is there when it has come, and counts", async () => {
  const page = await browser.newPage();
  const heard = watchConsole(page);
  await intoPanel(page);

  const name = page.getByLabel("Name of the organisation");
  const release = await openHeld(page, "/admin/settings", "tenant.nameLabel", name);
  await page.mouse.move(300, 300);
  await name.click();
  await name.fill("Northwind");
  release();
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await page.getByText("The name is saved.").waitFor();
  expect(await name.inputValue()).toBe("Northwind");
  await page.reload();
  expect(await name.inputValue()).toBe("Northwind");

  await page.unrouteAll({ behavior: "wait" });
  const what = page.getByLabel("What", { exact: true });
  const releaseLog = await openHeld(page, "/admin/audit", "audit-row", what);
  await what.selectOption("user");
  releaseLog();
  await page.waitForURL(/action=user/);
  heard.expectQuiet();
});

test("a page waits for its words; where they come between one half of its data and the other it opens like any other", async () => {
  const page = await browser.newPage();
  const heard = watchConsole(page);
  await intoPanel(page);

  const held = Promise.withResolvers<void>();
  await page.route("**/en/of-admin-team.js", (route) => held.promise.then(() => route.continue()));
  const isAsked = page.waitForRequest("**/en/of-admin-team.js");
  await page.getByRole("link", { name: "Team", exact: true }).click();
  await isAsked;
  const title = page.getByRole("heading", { level: 1 });
  const before = await title.innerText();
  await Bun.sleep(300);
  expect(await title.innerText()).toBe(before);
  held.resolve();
  await page.getByRole("heading", { level: 1, name: "Team" }).waitFor();

  const [words, rest] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  // Without its file the page opens all the same, and fetches word by word.
  await page.route("**/en/of-admin-settings.js*", (route) => route.abort());
  await page.route("**/en/tenant.js", (route) => words.promise.then(() => route.continue()));
  await page.route(/users\.usage\.tenant/, (route) => rest.promise.then(() => route.continue()));
  const [came, asked] = [page.waitForResponse("**/en/tenant.js"), page.waitForRequest(/users\.usage\.tenant/)];
  await page.getByRole("link", { name: "Settings" }).click();
  await asked;
  words.resolve();
  await (await came).finished();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  rest.resolve();
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  await page.getByRole("heading", { name: "Who hears of trouble" }).waitFor();
  heard.expectQuiet(/of-admin-settings/);
});

test("a key or a menu that is pressed as soon as the inbox is seen does what it says", async () => {
  const page = await browser.newPage();
  const heard = watchConsole(page);
  await page.goto(`${origin}/mail/login`);
  await page.locator("[name=address]").fill(mailboxes.ana.address);
  await page.locator("[name=password]").fill(password);
  await page.keyboard.press("Enter");
  const list = page.locator("[data-slot=mail-list]");
  await list.waitFor();

  const release = await openHeld(page, "/mail/inbox", "nextMessage", list);
  await page.keyboard.press("c");
  release();
  await page.getByRole("dialog", { name: "New message" }).getByRole("combobox", { name: "To" }).waitFor();
  expect(await page.getByRole("dialog").count()).toBe(1);

  await page.unrouteAll({ behavior: "wait" });
  const releaseMenu = await openHeld(page, "/mail/inbox", "nextMessage", list);
  await page.getByRole("button", { name: "Sort and view" }).click();
  releaseMenu();
  await page.getByRole("menuitemcheckbox", { name: "Compact rows" }).waitFor();
  heard.expectQuiet();
});
