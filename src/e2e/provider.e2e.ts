import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { startOpenId } from "../features/auth/server/oauth/testing-open-id";
import { type AppProcess, freePorts, startApp } from "./app-process";
import { expectNoAxeViolations, launchBrowser } from "./browser";

setDefaultTimeout(90_000);

const root = new URL("../../", import.meta.url).pathname;
const ports = await freePorts();
const unproven = new Set(["bea@birch.example"]);
const provider = await startOpenId(`http://localhost:${ports.web}`, unproven);
let app: AppProcess;
let browser: Browser;
let dataDir: string;

beforeAll(async () => {
  mkdirSync(join(root, ".cache"), { recursive: true });
  dataDir = mkdtempSync(join(root, ".cache/provider-"));
  const settings = {
    ...{ OIDC_ISSUER: provider.issuer, OIDC_NAME: provider.name },
    ...{ OIDC_CLIENT_ID: provider.clientId, OIDC_CLIENT_SECRET: provider.clientSecret },
  };
  [app, browser] = await Promise.all([startApp(dataDir, ports, settings), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function open(path: string, colorScheme: "light" | "dark" = "light"): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    colorScheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`http://localhost:${ports.web}${path}`);
  return page;
}

/** Goes to the provider, signs in there as `login`, agrees, and comes back. */
async function visit(page: Page, login: string): Promise<void> {
  await page.getByRole("link", { name: "Continue with Acme ID" }).click();
  await page.locator("input[name=login]").fill(login);
  await page.locator("input[name=password]").fill("any");
  await page.locator("button[type=submit]").click();
  await page.waitForURL(/interaction/);
  await page.getByRole("button", { name: "Continue" }).click();
}

test("a newcomer signs up by a provider, and signs in by it from another browser", async () => {
  const page = await open("/signup");
  await expectNoAxeViolations(page);
  await visit(page, "ana@acme.example");
  await page.getByText("Acme ID vouches for you as ana@acme.example.").waitFor();
  await expectNoAxeViolations(page);
  await page.getByLabel("Company or project").fill("Acme");
  await page.getByRole("button", { name: "Create an account" }).click();
  await page.getByText("How your mail stands.").waitFor();
  expect(await page.getByText("Confirm your address").count()).toBe(0);
  await page.goto(`http://localhost:${ports.web}/admin/security`);
  await page.getByText("ana@acme.example").last().waitFor();
  await page.context().close();

  const elsewhere = await open("/login?next=/admin/domains", "dark");
  await visit(elsewhere, "ana@acme.example");
  await elsewhere.waitForURL("**/admin/domains");
  await elsewhere.context().close();
});

test("whose address the provider does not prove confirms it first", async () => {
  const page = await open("/login", "dark");
  await visit(page, "bea@birch.example");
  await page.getByLabel("Company or project").fill("Birch");
  expect(await page.getByLabel("E-mail address").inputValue()).toBe("bea@birch.example");
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Create an account" }).click();
  await page.getByText("Confirm your address").waitFor();
  await page.context().close();
});

test("who gives up at the provider is told so on the sign-in page", async () => {
  const page = await open("/login");
  await page.getByRole("link", { name: "Continue with Acme ID" }).click();
  await page.getByRole("link", { name: /abort|cancel/i }).click();
  await page.getByText("The sign-in there did not succeed.").waitFor();
  await expectNoAxeViolations(page);
  await page.context().close();
});
