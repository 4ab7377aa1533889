import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { trialAccounts } from "../../db/trial-accounts";
import { totpCode } from "../features/auth/server/security/totp";
import { type AppProcess, freePorts, startApp } from "./app-process";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(90_000);

const root = new URL("../../", import.meta.url).pathname;
const { owner } = trialAccounts;
let app: AppProcess;
let browser: Browser;
let page: Page;
let dataDir: string;
let heard: ReturnType<typeof watchConsole>;

beforeAll(async () => {
  mkdirSync(join(root, ".cache"), { recursive: true });
  dataDir = mkdtempSync(join(root, ".cache/sign-in-"));
  [app, browser] = await Promise.all([freePorts().then((ports) => startApp(dataDir, ports)), launchBrowser()]);
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, reducedMotion: "reduce" });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  heard = watchConsole(page);
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const inDialog = () => page.getByRole("dialog");

async function giveAddressAndPassword(): Promise<void> {
  await page.goto(`${app.url}/login?next=/admin/security`);
  await page.locator("[name=email]").fill(owner.email);
  await page.locator("[name=password]").fill(owner.password);
  await page.keyboard.press("Enter");
}

async function signOut(): Promise<void> {
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await page.waitForURL("**/login");
}

let secret: string;
let recoveryCodes: string[];

test("a member sets up an authenticator app and is shown recovery codes once", async () => {
  await giveAddressAndPassword();
  await page.getByRole("heading", { level: 1, name: "Security" }).waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Set up an app" }).click();
  await inDialog().getByRole("img", { name: "QR code for your authenticator app" }).waitFor();
  secret = (await inDialog().locator("code").innerText()).replaceAll(" ", "");
  await expectNoAxeViolations(page);
  await inDialog().locator("[name=code]").fill("000000");
  await page.keyboard.press("Enter");
  await inDialog().getByText("This code is not right").waitFor();
  await inDialog().locator("[name=code]").fill(totpCode(secret, new Date()));
  await page.keyboard.press("Enter");
  await inDialog().getByText("Keep these recovery codes").waitFor();
  recoveryCodes = await inDialog().getByRole("listitem").allInnerTexts();
  expect(recoveryCodes.length).toBe(10);
  await expectNoAxeViolations(page);
  await inDialog().getByRole("button", { name: "I have kept them" }).click();
  await page.getByText("10 codes left").waitFor();
  heard.expectQuiet(/401 \(Unauthorized\)/);
});

test("the next sign-in asks for a code after the password", async () => {
  await signOut();
  await giveAddressAndPassword();
  await page.getByRole("heading", { level: 1, name: "One more step" }).waitFor();
  await expectNoAxeViolations(page);
  await page.locator("[name=code]").fill("123");
  await page.keyboard.press("Enter");
  await page.getByText("A code has six digits").waitFor();
  await page.locator("[name=code]").fill(recoveryCodes[0]!);
  await page.keyboard.press("Enter");
  await page.getByText("9 codes left").waitFor();
  heard.expectQuiet(/400 \(Bad Request\)/);
});

test("a passkey is added, and then signs in alone", async () => {
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await inDialog().getByLabel("Name").fill("Work laptop");
  await expectNoAxeViolations(page);
  await page.keyboard.press("Enter");
  await page.getByText("The passkey was added.").waitFor();
  await page.getByText("Work laptop").first().waitFor();
  await signOut();
  await page.goto(`${app.url}/login?next=/admin/security`);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByRole("heading", { level: 1, name: "Security" }).waitFor();
  await page.getByText("Last used").first().waitFor();
  heard.expectQuiet();
});

test("what asks for a recent proof waits for it, and then goes on by itself", async () => {
  await page.route(
    "**/api/trpc/auth.security.renewRecoveryCodes*",
    (route) =>
      route.fulfill({
        status: 403,
        json: { error: { message: "", code: -32003, data: { failure: { key: "auth.reauth_required" } } } },
      }),
    { times: 1 },
  );
  await page.getByRole("button", { name: "Make new codes" }).click();
  await inDialog().getByText("Is it still you?").waitFor();
  await expectNoAxeViolations(page);
  await inDialog().getByRole("button", { name: "Use a passkey" }).click();
  await inDialog().getByText("Keep these recovery codes").waitFor();
  await inDialog().getByRole("button", { name: "I have kept them" }).click();
  heard.expectQuiet(/403 \(Forbidden\)/);
});

test("a browser is signed out from another one, whose open page notices", async () => {
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(`${app.url}/login`);
  await other.locator("[name=email]").fill(owner.email);
  await other.locator("[name=password]").fill(owner.password);
  await other.keyboard.press("Enter");
  // The code of this half minute may have been used above.
  await other.locator("[name=code]").fill(totpCode(secret, new Date(Date.now() + 30_000)));
  await other.keyboard.press("Enter");
  await other.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  await page.reload();
  // Days are worded once the page is alive.
  await page.waitForFunction(
    () => ![...document.querySelectorAll("time")].some((time) => /^[\d-]+$/.test(time.innerText)),
  );
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await page.getByText("You are signed out everywhere else.").waitFor();
  await other.waitForURL("**/login*");
  await elsewhere.close();
});

test("the passkey is renamed and removed", async () => {
  await page.getByRole("button", { name: "Actions for Work laptop" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await inDialog().getByLabel("Name").fill("Old laptop");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Actions for Old laptop" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await inDialog().getByRole("button", { name: "Remove" }).click();
  await page.getByText("You have no passkey yet.").waitFor();
  heard.expectQuiet();
});
