import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { startWorker } from "../../jobs/start-worker";
import { handlers } from "../../jobs/handlers";
import { publishZone, readZone } from "../features/domains/server/dns/zone-files";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const { services, kv } = await testServices();
const zones = services.platform.trialZone?.dataDir ?? "";
let browser: Browser;
let page: Page;
let origin: string;
let stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  const worker = await startWorker(services, handlers);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => worker.stop(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  await context.addCookies(await signedUp());
  page = await context.newPage();
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

/** The cookies of a new account's owner. */
async function signedUp() {
  const response = await fetch(`${origin}/api/trpc/auth.signUp`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ company: "Acme", email: "owner@acme.example", password: "a long walk at dusk" }),
  });
  return response.headers.getSetCookie().map((header) => {
    const { name, value } = Bun.Cookie.parse(header);
    return { name, value, url: origin };
  });
}

/** Until the script has taken over what the server rendered, a press on a button is lost. */
async function ready(label: string): Promise<void> {
  const hasHandler = (button: Element) => "$$click" in button;
  const button = page.getByRole("button", { name: label });
  await button.waitFor();
  while (!(await button.evaluate(hasHandler))) await page.waitForTimeout(20);
}

async function addByKeyboard(name: string): Promise<void> {
  await page.goto(`${origin}/admin/domains`);
  await ready("Add domain");
  await page.getByRole("button", { name: "Add domain" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Domain name").waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
}

test("a refused name is explained at its field", async () => {
  await addByKeyboard("co.uk");
  await page.getByText("an ending under which others register names").waitFor();
  await expectNoAxeViolations(page);
});

test("a domain goes from its name to mail-ready by keyboard, and the page follows by itself", async () => {
  const heard = watchConsole(page);
  await addByKeyboard("acme.test");
  await page.getByRole("heading", { level: 1, name: "acme.test" }).waitFor();
  await page.getByText("Nothing is published under this name").first().waitFor();
  await page.getByLabel("Move its mail now").focus();
  await page.keyboard.press("Space");
  await page.getByRole("list", { name: "Set-up" }).getByText("Purpose").waitFor();
  await page.getByRole("heading", { name: "What do you want to do" }).waitFor({ state: "detached" });
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Publish in the local zone" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Everything is in place").waitFor();
  expect(await page.locator('[data-record="proof"]').innerText()).toContain("In place");
  heard.expectQuiet();
});

test("what somebody breaks in DNS is named, with what was found and what to do", async () => {
  const records = await readZone(zones, "acme.test");
  const rest = records.filter(({ type }) => type !== "MX");
  await publishZone(zones, "acme.test", [
    ...rest,
    { name: "acme.test", type: "MX", value: "5 old.example", ttlSeconds: 5 },
  ]);
  await page.getByRole("button", { name: "Check now" }).click();
  const mx = page.locator('[data-record="mx.1"]');
  await mx.getByText("Mail came here before").waitFor();
  expect(await mx.innerText()).toContain("5 old.example");
  await page.getByText("A record has changed").waitFor();
  await expectNoAxeViolations(page);
});

test("at 360 pixels and in the dark nothing is cut off and contrast holds", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  for (const path of [new URL(page.url()).pathname, "/admin/domains"]) {
    await page.goto(origin + path);
    await page.getByText("acme.test").first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await expectNoAxeViolations(page);
  }
  await page.setViewportSize({ width: 1200, height: 900 });
});

test("whoever looks after the DNS gets a link, follows the records without an account, and loses them when it is taken back", async () => {
  await page.getByRole("link", { name: "acme.test" }).click();
  await ready("Send to my DNS person");
  await page.getByRole("button", { name: "Send to my DNS person" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Make link" }).click();
  const link = dialog.getByRole("textbox", { name: "Link" });
  await link.waitFor();
  await expectNoAxeViolations(page);
  const guest = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await guest.goto(`${origin}/dns${new URL(await link.inputValue()).hash}`);
  await guest.getByRole("heading", { name: "DNS records for acme.test" }).waitFor();
  expect(await guest.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await expectNoAxeViolations(guest);
  await dialog.getByRole("button", { name: "Take back" }).click();
  await dialog.getByText("Links that still work").waitFor({ state: "detached" });
  await guest.reload();
  await guest.getByText("This link does nothing any more").waitFor();
  await guest.context().close();
  await page.keyboard.press("Escape");
});

test("a domain is removed only after its name was typed, and leaves the list by itself", async () => {
  await page.getByRole("link", { name: "Settings" }).last().click();
  await ready("Remove domain");
  await page.getByRole("button", { name: "Remove domain" }).click();
  const dialog = page.getByRole("dialog");
  const confirm = dialog.getByRole("button", { name: "Remove domain" });
  await dialog.getByRole("textbox").waitFor();
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole("textbox").fill("acme.test");
  await confirm.click();
  await page.getByText("No domain yet").waitFor();
});

test("a domain that is not there looks like one of somebody else", async () => {
  for (const id of [Bun.randomUUIDv7(), "nonsense"]) {
    await page.goto(`${origin}/admin/domains/${id}`);
    await page.getByRole("heading", { name: "There is no such domain" }).waitFor();
  }
});
