import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { password } from "../features/users/server/testing-users";
import { withEngine } from "../features/webmail/server/session-engine";
import { testMailboxes, until } from "../features/webmail/server/testing-webmail";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const { services, kv } = await testServices();
const { people } = await testMailboxes(services, "written.test", ["ana", "bea", "cleo"]);
let browser: Browser;
let origin: string;
let stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
  services.platform.appUrl = origin;
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

type Person = (typeof people)["ana"];

async function signedIn(person: Person): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${origin}/mail/login`);
  await page.getByLabel("E-mail address").fill(person.address);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "New message" }).waitFor();
  return { context, page };
}

const composer = (page: Page) => page.locator("[data-slot=composer]");
const subjectOf = (page: Page) => composer(page).getByLabel("Subject");
const textOf = (page: Page) => composer(page).getByRole("textbox", { name: "Message" });
const saved = (page: Page) => composer(page).locator("[data-slot=save-status][data-state=saved]");
const draftsOf = (person: Person, role: "drafts" | "trash" = "drafts") =>
  withEngine(person.ctx, async (engine) => {
    const { threads } = await engine.threads.list({ mailbox: { role }, limit: 50 });
    const ids = threads.flatMap(({ messageIds }) => messageIds);
    // One that is replaced meanwhile is gone.
    const found = await Promise.all(ids.map((id) => engine.messages.get(id).catch(() => [])));
    return found.flat().map(({ subject, text }) => `${subject}: ${text?.trim()}`);
  });

async function write(page: Page, subject: string, text: string): Promise<void> {
  await page.getByRole("button", { name: "New message" }).click();
  await subjectOf(page).fill(subject);
  await textOf(page).click();
  await page.keyboard.type(text);
}

test("what is written is saved by itself, opens again from Drafts, and comes back when it was thrown away", async () => {
  const { page, context } = await signedIn(people.ana);
  const heard = watchConsole(page);
  await write(page, "Plans", "For the harbour.");
  await saved(page).waitFor();
  await expectNoAxeViolations(page);
  expect(await draftsOf(people.ana)).toEqual(["Plans: For the harbour."]);
  await composer(page).getByRole("button", { name: "Close and keep" }).click();
  await composer(page).waitFor({ state: "detached" });

  await page.getByRole("link", { name: "Drafts" }).click();
  await page.getByText("Plans").first().click();
  await subjectOf(page).waitFor();
  await textOf(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" More.");
  await until("saved again", async () => (await draftsOf(people.ana)).join() === "Plans: For the harbour. More.");

  await composer(page).getByRole("button", { name: "Discard" }).click();
  await until("in the trash", async () => (await draftsOf(people.ana, "trash")).length === 1);
  expect(await draftsOf(people.ana)).toEqual([]);
  await page.getByRole("button", { name: "Undo" }).click();
  await until("back again", async () => (await draftsOf(people.ana)).join() === "Plans: For the harbour. More.");
  heard.expectQuiet();
  await context.close();
});

test("without a connection what is written stays in the browser, also when it is closed, and is saved when the connection is back", async () => {
  const { page, context } = await signedIn(people.bea);
  await write(page, "On a train", "First.");
  await saved(page).waitFor();
  await context.setOffline(true);
  await textOf(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" In the tunnel.");
  await composer(page).getByText("Kept in this browser").waitFor();
  expect(await draftsOf(people.bea)).toEqual(["On a train: First."]);

  // The tab is gone without a word: another one finds what it held.
  await page.close({ runBeforeUnload: false });
  const other = await context.newPage();
  await context.setOffline(false);
  await other.goto(`${origin}/mail`);
  await until(
    "saved by itself",
    async () => (await draftsOf(people.bea)).join() === "On a train: First. In the tunnel.",
  );
  await context.close();
});

test("two tabs that write on the same draft lose nothing: whoever is second decides", async () => {
  const { page, context } = await signedIn(people.cleo);
  await write(page, "Budget", "Ten.");
  await saved(page).waitFor();
  const other = await context.newPage();
  await other.goto(`${origin}/mail/drafts`);
  await other.getByText("Budget").first().click();
  await textOf(other).click();
  await other.keyboard.press("Control+End");
  await other.keyboard.type(" Twenty.");
  await until("saved by the other", async () => (await draftsOf(people.cleo)).join() === "Budget: Ten. Twenty.");

  await textOf(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Thirty.");
  await composer(page).getByText("This draft was changed elsewhere").waitFor();
  await expectNoAxeViolations(page);
  expect((await draftsOf(people.cleo)).sort()).toEqual(["Budget: Ten. Thirty.", "Budget: Ten. Twenty."]);
  await composer(page).getByRole("button", { name: "Keep this one" }).click();
  await until("decided", async () => (await draftsOf(people.cleo)).join() === "Budget: Ten. Thirty.");
  await composer(page).getByText("This draft was changed elsewhere").waitFor({ state: "detached" });
  await context.close();
});
