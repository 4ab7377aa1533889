import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(90_000);

const { services, kv } = await testServices();
let browser: Browser;
let page: Page;
let origin: string;
let stops: (() => Promise<unknown>)[] = [];
let secret = "";

beforeAll(async () => {
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, reducedMotion: "reduce" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const data = { company: "Acme", email: "owner@acme.example", password: "a long walk at dusk" };
  await context.request.post(`${origin}/api/v1/auth/signup`, { data, headers: { origin } });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

const call = (path: string) => fetch(`${origin}/api/v1${path}`, { headers: { authorization: `Bearer ${secret}` } });

/** Until the script has taken over what the server rendered, a press on a button is lost. */
async function press(label: string): Promise<void> {
  const button = page.getByRole("button", { name: label, exact: true }).first();
  await button.waitFor();
  while (!(await button.evaluate((element) => "$$click" in element))) await page.waitForTimeout(20);
  await button.click();
}

test("an owner creates a token that may only look, and is told what is missing where it is missing", async () => {
  const heard = watchConsole(page);
  await page.goto(`${origin}/admin/api`);
  await page.getByText("No program has a key yet").waitFor();
  await expectNoAxeViolations(page);
  await press("Create token");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Nightly report");
  await dialog.getByRole("button", { name: "Create token" }).click();
  await dialog.getByText("Choose at least one.").waitFor();
  await expectNoAxeViolations(page);
  await dialog.getByRole("checkbox", { name: "See domains and their DNS records" }).check();
  await dialog.getByRole("button", { name: "Create token" }).click();
  await page.getByText("Your new token").waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Copy the token" }).click();
  secret = await page.evaluate(() => navigator.clipboard.readText());
  expect(secret).toMatch(/^dmt_\w{49}$/);
  heard.expectQuiet();
});

test("the token does what it may and no more, and its page never shows it again", async () => {
  expect([(await call("/domains")).status, (await call("/users")).status]).toEqual([200, 403]);
  await page.getByRole("button", { name: "I have stored it" }).click();
  await page.getByRole("row", { name: /Nightly report/ }).waitFor();
  await page.reload();
  const row = page.getByRole("row", { name: /Nightly report/ });
  await row.getByText(`dmt_…${secret.slice(-4)}`).waitFor();
  await row.getByText(/from (127\.0\.0\.1|::1)/).waitFor();
  expect(await page.content()).not.toContain(secret);
});

test("once revoked it opens nothing", async () => {
  await press("Revoke Nightly report");
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await page.getByText("Nightly report was revoked.").first().waitFor();
  await page.getByText("No program has a key yet").waitFor();
  expect((await call("/domains")).status).toBe(401);
});

test("the reference finds a call by its words, and its request can be copied", async () => {
  const heard = watchConsole(page);
  await page.goto(`${origin}/docs/api`);
  await page.getByText("/webmail/messages/{messageId}").first().waitFor();
  const count = () => page.locator("[data-slot=reference-call]").count();
  const all = await count();
  // A letter that is typed before the script has taken over is not searched for.
  for (const search = page.getByRole("searchbox"); (await count()) === all; await page.waitForTimeout(50)) {
    await search.fill("");
    await search.fill("create mailbox user");
  }
  expect(await count()).toBe(1);
  await page.locator("summary").click();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Copy the request" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`/api/v1/users \\\n`);
  heard.expectQuiet();
});
