import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { handlers } from "../../jobs/handlers";
import { startWorker } from "../../jobs/start-worker";
import { addDomain } from "../features/domains/server/add-domain";
import { mailedToken } from "../features/auth/server/testing-mailed";
import { until } from "../lib/testing-until";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { systemContext } from "../server/context";
import { users } from "../../db/schema";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const { services, kv, owner, logged } = await testServices();
const email = "ana@acme.example";
const passwords = ["a long walk at dusk", "the harbour in early spring"] as const;
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
  page = await newPage();
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

const newPage = async () =>
  (await browser.newContext({ viewport: { width: 1200, height: 900 }, reducedMotion: "reduce" })).newPage();
const token = (kind: string) => until(() => mailedToken(services, owner, email, kind).catch(() => null));

async function signIn(on: Page, password: string): Promise<void> {
  await on.goto(`${origin}/login`);
  await on.locator("[name=email]").fill(email);
  await on.locator("[name=password]").fill(password);
  await on.keyboard.press("Enter");
}

test("a link that was mailed asks for the password in another browser, then confirms and leads into the panel", async () => {
  await page.goto(`${origin}/signup`);
  await page.locator("[name=company]").fill("Acme");
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=password]").fill(passwords[0]);
  await page.keyboard.press("Enter");
  await page.getByText(`Open the link that we mailed to ${email}`).waitFor();
  await expectNoAxeViolations(page);

  const phone = await newPage();
  const heard = watchConsole(phone);
  await phone.goto(`${origin}/confirm#${await token("confirm_email")}`);
  await phone.getByText("Type the password that you chose").waitFor();
  await expectNoAxeViolations(phone);
  await phone.locator("[name=password]").fill(passwords[0]);
  await phone.keyboard.press("Enter");
  await phone.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  expect(await phone.getByText("Confirm your address").count()).toBe(0);
  heard.expectQuiet();
});

test("the page that stayed open elsewhere learns of it by itself", async () => {
  await page.getByText("Confirm your address").waitFor({ state: "detached" });
});

test("and goes on learning what happens, although its session was renewed", async () => {
  await page.getByRole("navigation").getByRole("link", { name: "Domains" }).click();
  const [me] = await owner.select().from(users);
  const ctx = systemContext(services, { script: "test" }, me!.tenantId);
  // The stream is opened anew after a second: what happens meanwhile is caught up with.
  await addDomain(ctx, { name: "harbour.test" });
  await page.getByText("harbour.test").first().waitFor();
});

test("whoever forgot the password asks for a link by keyboard, chooses a new one, and signs in with that", async () => {
  const phone = await newPage();
  const heard = watchConsole(phone);
  await phone.goto(`${origin}/login`);
  await phone.getByRole("link", { name: "Forgot your password?" }).click();
  await phone.getByRole("button", { name: "Mail me a link" }).waitFor();
  await phone.locator("[name=email]").fill(email);
  await phone.keyboard.press("Enter");
  await phone.getByText("Look into your mailbox").waitFor();
  await expectNoAxeViolations(phone);

  await phone.goto(`${origin}/reset#${await token("reset_password")}`);
  await phone.locator("[name=password]").fill("password123");
  await phone.keyboard.press("Enter");
  await phone.getByText("one of the first passwords").waitFor();
  await expectNoAxeViolations(phone);
  await phone.locator("[name=password]").fill(passwords[1]);
  await phone.keyboard.press("Enter");
  await phone.getByText("Your new password is set").waitFor();
  heard.expectQuiet(/400 \(Bad Request\)/);
  await signIn(phone, passwords[0]);
  await phone.getByText("The e-mail address or the password is wrong.").waitFor();
  await signIn(phone, passwords[1]);
  await phone.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
});

test("whoever signs up again with the same address is led to the account that there is, and the new tenant joins it", async () => {
  const phone = await newPage();
  await phone.goto(`${origin}/signup`);
  await phone.locator("[name=company]").fill("Second");
  await phone.locator("[name=email]").fill(email);
  await phone.locator("[name=password]").fill("another set of words");
  await phone.keyboard.press("Enter");
  await phone.getByText(`Open the link that we mailed to ${email}`).waitFor();
  await phone.goto(`${origin}/confirm#${await token("existing_account")}`);
  await phone.getByText(`There is an account with the address ${email}.`).waitFor();
  await expectNoAxeViolations(phone);
  await phone.getByRole("link", { name: "Sign in" }).click();
  await phone.locator("[name=email]").fill(email);
  await phone.locator("[name=password]").fill(passwords[1]);
  await phone.keyboard.press("Enter");
  await phone.getByText("Second belongs to your account now.").waitFor();
});

test("name, password and address are changed where one looks for them; another browser is signed out by it, this one is not", async () => {
  const [desk, other] = [await newPage(), await newPage()];
  const heard = watchConsole(desk);
  for (const one of [desk, other]) {
    await signIn(one, passwords[1]);
    await one.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  }
  await desk.getByRole("link", { name: "Security" }).click();
  await desk.getByRole("button", { name: "Change your name" }).click();
  await desk.locator("[name=name]").fill("Ana Ruiz");
  await desk.keyboard.press("Enter");
  await desk.getByText("Name changed.").waitFor();
  await desk.getByRole("navigation").locator("..").getByText("Ana Ruiz").first().waitFor();

  await desk.getByRole("button", { name: "Change your password" }).click();
  await desk.locator("[name=currentPassword]").fill("not this one");
  await desk.locator("[name=newPassword]").fill(passwords[0]);
  await desk.keyboard.press("Enter");
  await desk.getByText("This is not your password.").waitFor();
  await expectNoAxeViolations(desk);
  await desk.locator("[name=currentPassword]").fill(passwords[1]);
  await desk.keyboard.press("Enter");
  await desk.getByText("Password changed.").waitFor();
  await other.waitForURL(/\/login/);

  await desk.getByRole("button", { name: "Change your e-mail address" }).click();
  await desk.locator("[name=email]").fill("ana.ruiz@acme.example");
  await desk.keyboard.press("Enter");
  await desk.getByText("Open the link that we mailed to ana.ruiz@acme.example").waitFor();
  await expectNoAxeViolations(desk);
  heard.expectQuiet(/40[01] \(/);
  const link = await mailedToken(services, owner, "ana.ruiz@acme.example", "change_email");
  const tab = await desk.context().newPage();
  await tab.goto(`${origin}/confirm#${link}`);
  await tab.getByText("ana.ruiz@acme.example is yours.").waitFor();
  await desk.getByText("ana.ruiz@acme.example").first().waitFor();
});

test("a link that was used says so and offers another one", async () => {
  const phone = await newPage();
  await phone.goto(`${origin}/reset#${"A".repeat(43)}`);
  await phone.locator("[name=password]").fill(passwords[1]);
  await phone.keyboard.press("Enter");
  await phone.getByText("This link does nothing any more").waitFor();
  await expectNoAxeViolations(phone);
});

test("V14.2.1 no token of a link is in any log line", () => {
  expect(logged.join("")).not.toMatch(/[\w-]{43}/);
});
