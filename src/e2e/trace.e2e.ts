import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { trialAccounts } from "../../db/trial-accounts";
import { type AppPorts, type AppProcess, freePorts, startApp } from "./app-process";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";
import { startOutsideWorld } from "./outside-world";

setDefaultTimeout(90_000);

const root = new URL("../../", import.meta.url).pathname;
const pictures = join(root, ".cache/screenshots");
const [mara] = trialAccounts.people;
const [nobody, later] = ["nobody@outside.test", "later@outside.test"];
let ports: AppPorts;
let app: AppProcess;
let world: Awaited<ReturnType<typeof startOutsideWorld>>;
let browser: Browser;
let panel: Page;
let mail: Page;
let dataDir: string;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  dataDir = mkdtempSync(join(root, ".cache/trace-"));
  ports = await freePorts();
  const refusals = {
    [nobody]: { code: 550, text: "5.1.1 No such user here" },
    [later]: { code: 451, text: "4.7.1 Greylisted, come back later" },
  };
  world = await startOutsideWorld({ zoneDir: join(dataDir, "zones"), sinkPort: ports.sink, refusals });
  [app, browser] = await Promise.all([startApp(dataDir, ports), launchBrowser()]);
  const { email, password } = trialAccounts.owner;
  panel = await signedIn("auth.signIn", { email, password });
  mail = await signedIn("webmail.signIn", { address: mara.address, password: mara.password });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await world?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const post = (page: Page, procedure: string, data: object) =>
  page.context().request.post(`${app.url}/api/trpc/${procedure}`, { data, headers: { origin: app.url } });

async function signedIn(procedure: string, data: object): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  expect((await post(page, procedure, data)).status()).toBe(200);
  page.setDefaultTimeout(30_000);
  return page;
}

/** As seen in either scheme and on a phone. */
async function look(page: Page, name: string): Promise<void> {
  for (const [scheme, width] of [
    ["light", 1280],
    ["dark", 1280],
    ["light", 360],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(300);
    await expectNoAxeViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.screenshot({ path: join(pictures, `trace-${name}-${scheme}-${width}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Until the script has taken over what the server rendered, a press on a button is lost. */
async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", { name, exact: true }).last();
  await button.waitFor();
  while (!(await button.evaluate((element) => "$$click" in element))) await page.waitForTimeout(20);
  await button.click();
}

const question = (address: string) => `What happened to the message to ${address}?`;

test("mail that the other server refuses, and mail that it puts off, show up on the open page by themselves", async () => {
  const heard = watchConsole(panel);
  await panel.goto(`${app.url}/admin/delivery`);
  await panel.getByText("What became of every message").waitFor();
  const message = { to: [nobody, later], subject: "Between us", text: "Nobody else reads this" };
  expect((await post(mail, "webmail.send", { ...message, idempotencyKey: crypto.randomUUID() })).status()).toBe(200);
  await panel.getByText("There is no such mailbox at the recipient's provider.").waitFor();
  await panel.getByText("asks unknown senders to come back later").waitFor();
  await look(panel, "list");
  expect(await panel.content()).not.toMatch(/Between us|Nobody else reads this/);
  heard.expectQuiet();
});

test("an admin reads why it failed in plain words, what to do, and what the other server said", async () => {
  const heard = watchConsole(panel);
  await panel.getByRole("button", { name: question(nobody) }).click();
  const dialog = panel.getByRole("dialog", { name: "What happened" });
  await dialog.getByText("Check the address for typing errors").waitFor();
  await dialog.getByText("mx.outside.test said").first().waitFor();
  await dialog.getByText("550 5.1.1 No such user here").first().waitFor();
  await look(panel, "failed");
  await dialog.getByRole("button", { name: "Close" }).first().click();
  heard.expectQuiet();
});

test("mail that waits shows its next attempt, and an admin takes it out of the queue", async () => {
  const heard = watchConsole(panel);
  await panel.getByRole("button", { name: question(later) }).click();
  const dialog = panel.getByRole("dialog", { name: "What happened" });
  await dialog.getByText("Next attempt").first().waitFor();
  await look(panel, "waiting");
  await dialog.getByRole("button", { name: "Stop delivery" }).click();
  await panel.getByText("Nobody is told, and it cannot be undone").waitFor();
  await panel.getByRole("button", { name: "Take it out" }).click();
  await dialog.getByText("Taken out of the queue").first().waitFor();
  await dialog.getByText(`by ${trialAccounts.owner.email}`).waitFor();
  await dialog.getByRole("button", { name: "Close" }).first().click();
  await panel.getByRole("cell", { name: "Cancelled" }).waitFor();
  await panel.getByLabel("State").selectOption("failed");
  await panel.getByRole("button", { name: question(later) }).waitFor({ state: "detached" });
  await panel.getByRole("button", { name: question(nobody) }).waitFor();
  heard.expectQuiet();
});

test("who sent it sees the same in the settings and below the sent message", async () => {
  const heard = watchConsole(mail);
  await mail.goto(`${app.url}/mail/settings`);
  await mail.getByText("What happened to my mail?").waitFor();
  await press(mail, question(nobody));
  await mail.getByText("Check the address for typing errors").waitFor();
  await mail.getByRole("dialog").getByRole("button", { name: "Close" }).first().click();
  await look(mail, "own");
  await mail.goto(`${app.url}/mail/sent`);
  await mail.getByText("Between us").first().click();
  await press(mail, "What happened to it?");
  await mail
    .getByRole("dialog")
    .getByRole("button", { name: question(later) })
    .waitFor();
  await look(mail, "sent");
  heard.expectQuiet();
});
