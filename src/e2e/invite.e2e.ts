import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { handlers } from "../../jobs/handlers";
import { startWorker } from "../../jobs/start-worker";
import { createTenant } from "../features/auth/server/create-tenant";
import { totpCode } from "../features/auth/server/security/totp";
import { mailedToken } from "../features/auth/server/testing-mailed";
import { activeDomain } from "../features/domains/server/testing-domains";
import { until } from "../lib/testing-until";
import { systemContext } from "../server/context";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const { services, kv, owner, logged } = await testServices();
const admin = { company: "Acme", email: "lena@acme.example", password: "a long walk at dusk" };
const address = "eve@harbour.test";
const outside = "eve@private.example";
const passwords = ["the harbour in early spring", "seven lamps along the pier"] as const;
let browser: Browser;
let panel: Page;
let mail: Page;
let origin = "";
let stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  const worker = await startWorker(services, handlers);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => worker.stop(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
  const { tenantId } = await createTenant(services, "test", admin);
  await activeDomain(services, systemContext(services, { script: "test" }, tenantId), "harbour.test");
  [panel, mail] = [await newPage(), await newPage()];
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

const newPage = async () =>
  (await browser.newContext({ viewport: { width: 1200, height: 900 }, reducedMotion: "reduce" })).newPage();
/** The part of a link behind the origin, which is the platform's and not the test's. */
const pathOf = (link: string) => link.slice(services.platform.appUrl.length);
const mailed = (kind: string) => until(() => mailedToken(services, owner, outside, kind).catch(() => null));
const inbox = (page: Page) => page.getByText("New mail appears by itself.").waitFor();

async function signIn(page: Page, password: string): Promise<void> {
  await page.goto(`${origin}/mail/login`);
  await page.locator("[name=address]").fill(address);
  await page.locator("[name=password]").fill(password);
  await page.keyboard.press("Enter");
}

let link = "";

test("an admin creates a mailbox user and gets a link to pass on, and no password", async () => {
  const heard = watchConsole(panel);
  await panel.goto(`${origin}/login`);
  await panel.locator("[name=email]").fill(admin.email);
  await panel.locator("[name=password]").fill(admin.password);
  await panel.keyboard.press("Enter");
  await panel.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  await panel.getByRole("navigation").getByRole("link", { name: "Mailbox users" }).click();
  await panel.getByRole("button", { name: "Create user" }).first().click();
  await panel.getByLabel("Name in the address").fill("eve");
  expect(await panel.getByRole("dialog").locator("[type=password]").count()).toBe(0);
  await panel.getByRole("dialog").getByRole("button", { name: "Create user" }).click();
  await panel.getByRole("heading", { name: `Link for ${address}` }).waitFor();
  await expectNoAxeViolations(panel);
  link = (await panel.locator('[data-slot="mailbox-link"]').textContent())!.trim();
  await panel.getByRole("button", { name: "Done" }).click();
  await panel.getByText("Being set up").waitFor({ state: "detached" });
  heard.expectQuiet();
});

test("the person opens it, chooses a password that is not easy, and is in the mailbox", async () => {
  const heard = watchConsole(mail);
  await mail.goto(`${origin}${pathOf(link)}`);
  await mail.getByText(`For the mailbox ${address}`).waitFor();
  expect(mail.url()).not.toContain("#");
  await expectNoAxeViolations(mail);
  await mail.locator("[name=password]").fill("eve@harbour.test");
  await mail.keyboard.press("Enter");
  await mail.locator("[aria-invalid=true]").waitFor();
  await mail.locator("[name=password]").fill(passwords[0]);
  await mail.keyboard.press("Enter");
  await inbox(mail);
  heard.expectQuiet(/400 \(Bad Request\)/);
  const again = await newPage();
  await again.goto(`${origin}${pathOf(link)}`);
  await again.getByText("This link does nothing any more").waitFor();
  await again.context().close();
});

test("the person names a recovery address, which counts once its link was opened here", async () => {
  await mail.goto(`${origin}/mail/settings`);
  await mail.getByRole("button", { name: "Set one" }).click();
  await mail.getByLabel("Recovery address").fill(outside);
  await mail.keyboard.press("Enter");
  await mail.getByText(`A link was mailed to ${outside}`).waitFor();
  await expectNoAxeViolations(mail);
  const token = await mailed("mailbox_recovery");
  const stranger = await newPage();
  await stranger.goto(`${origin}/welcome#${token}`);
  await stranger.getByText(`Sign in to ${address}`).waitFor();
  await stranger.context().close();
  await mail.goto(`${origin}/welcome#${token}`);
  await mail.getByRole("button", { name: "Use this address" }).click();
  await mail.getByText(`${outside} is the recovery address now.`).waitFor();
  await expectNoAxeViolations(mail);
});

test("who forgot the password is mailed a link, and every browser that was open is signed out", async () => {
  const other = await newPage();
  await other.goto(`${origin}/mail/forgot`);
  await other.locator("[name=address]").fill(address);
  await other.keyboard.press("Enter");
  await other.getByText("Look into the other mailbox").waitFor();
  await expectNoAxeViolations(other);
  await other.goto(`${origin}/welcome#${await mailed("mailbox_reset")}`);
  await other.getByRole("heading", { name: "Choose a new password" }).waitFor();
  await other.locator("[name=password]").fill(passwords[1]);
  await other.keyboard.press("Enter");
  await inbox(other);
  await mail.goto(`${origin}/mail/settings`);
  await mail.getByRole("button", { name: "Sign in" }).waitFor();
  await mail.context().close();
  mail = other;
});

test("with an authenticator app signing in asks for a code", async () => {
  await mail.goto(`${origin}/mail/settings`);
  await mail.getByRole("button", { name: "Set up an app" }).click();
  const dialog = mail.getByRole("dialog");
  await dialog.locator("code").waitFor();
  await expectNoAxeViolations(mail);
  const secret = (await dialog.locator("code").textContent())!.replaceAll(" ", "");
  await dialog.locator("[name=code]").fill(totpCode(secret, new Date()));
  await mail.keyboard.press("Enter");
  await dialog.getByText("Keep these recovery codes").waitFor();
  const code = (await dialog.locator("li").first().textContent())!;
  await dialog.getByRole("button", { name: "I have kept them" }).click();
  await mail.getByText("In use", { exact: true }).waitFor();
  await expectNoAxeViolations(mail);

  const phone = await newPage();
  await signIn(phone, passwords[1]);
  await phone.getByLabel("Code").waitFor();
  await expectNoAxeViolations(phone);
  await phone.locator("[name=code]").fill("000000");
  await phone.keyboard.press("Enter");
  await phone.getByRole("alert").waitFor();
  await phone.locator("[name=code]").fill(code);
  await phone.keyboard.press("Enter");
  await inbox(phone);
  await phone.context().close();
});

test("a phone gets a password of its own, which is shown once and can be taken away", async () => {
  await mail.getByRole("button", { name: "New app password" }).click();
  await mail.getByLabel("Name", { exact: true }).fill("Phone");
  await mail.keyboard.press("Enter");
  const secret = (await mail.locator('[data-slot="app-secret"]').textContent())!;
  expect(secret.length).toBeGreaterThan(15);
  await expectNoAxeViolations(mail);
  await mail.getByRole("button", { name: "Done" }).click();
  await mail.getByRole("button", { name: "Remove “Phone”" }).click();
  await mail.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await mail.getByText("“Phone” gets in no more.").waitFor();
});

test("the admin sees how the person gets in, and helps when the phone is lost", async () => {
  await panel.goto(`${origin}/admin/users`);
  const [user] = await owner.execute<{ id: string }>("select id from mail_users where address = 'eve@harbour.test'");
  await panel.goto(`${origin}/admin/users/${user!.id}`);
  await panel.getByText("Authenticator app").waitFor();
  await panel.getByText(outside).waitFor();
  await expectNoAxeViolations(panel);
  await panel.getByRole("button", { name: "Remove it" }).click();
  await panel.getByRole("dialog").getByRole("button", { name: "Remove it" }).click();
  await panel.getByText("The second factor of eve@harbour.test was removed.").waitFor();
  const again = await newPage();
  await signIn(again, passwords[1]);
  await inbox(again);
  await again.context().close();
});

test("no password and no link of all this stands in the log", () => {
  const text = logged.join("");
  expect([...passwords, link.split("#")[1]!].filter((secret) => text.includes(secret))).toEqual([]);
});
