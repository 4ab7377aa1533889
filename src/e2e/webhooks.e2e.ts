import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { Webhook } from "standardwebhooks";
import { handlers } from "../../jobs/handlers";
import { startWorker } from "../../jobs/start-worker";
import { tenants } from "../../db/schema";
import { webhookReceiver } from "../features/auth/server/webhooks/testing-webhooks";
import { withLoopback } from "../features/auth/server/webhooks/testing-webhooks-services";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(90_000);

const world = await testServices();
const services = withLoopback(world.services);
const pictures = join(import.meta.dir, "../../.cache/screenshots");
const receiver = webhookReceiver(
  (_, nth) => new Response(nth === 2 ? "out of order" : "thanks", { status: nth === 2 ? 500 : 200 }),
);
let browser: Browser;
let page: Page;
let origin: string;
let stops: (() => Promise<unknown>)[] = [];
let secret = "";

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  const web = await startWeb(parseEnv({ PORT: "0" }), services, world.kv);
  const worker = await startWorker(services, handlers);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => worker.stop(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, reducedMotion: "reduce" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await context.addCookies(await signedUp());
  page = await context.newPage();
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

/** The cookies of a new account's owner, whose address counts as confirmed. */
async function signedUp() {
  const response = await fetch(`${origin}/api/trpc/auth.signUp`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ company: "Acme", email: "owner@acme.example", password: "a long walk at dusk" }),
  });
  await world.owner.update(tenants).set({ confirmedAt: new Date() });
  return response.headers.getSetCookie().map((header) => {
    const { name, value } = Bun.Cookie.parse(header);
    return { name, value, url: origin };
  });
}

/** Until the script has taken over what the server rendered, a press on a button is lost. */
async function press(label: string): Promise<void> {
  const button = page.getByRole("button", { name: label, exact: true }).last();
  await button.waitFor();
  while (!(await button.evaluate((element) => "$$click" in element || element.closest("dialog") !== null)))
    await page.waitForTimeout(20);
  await button.click();
}

/** Colours fade from one scheme to the other: contrast is judged when they have arrived. */
const settled = () =>
  page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame().then(frame);
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });

/** In light, in dark and on a phone: pictures for people, and axe for each. */
async function look(name: string): Promise<void> {
  for (const [mode, scheme, width] of [
    ["light", "light", 1200],
    ["dark", "dark", 1200],
    ["phone", "light", 360],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await settled();
    await expectNoAxeViolations(page);
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect([name, mode, isWide]).toEqual([name, mode, false]);
    await page.screenshot({ path: join(pictures, `${name}-${mode}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1200, height: 900 });
}

test("an owner adds a webhook, stores the secret, and sees a test event arrive without a reload", async () => {
  const heard = watchConsole(page);
  await page.goto(`${origin}/admin/webhooks`);
  await page.getByText("No webhook yet").waitFor();
  await look("webhooks-empty");
  await press("Add webhook");
  await page.getByLabel("Address").fill("https://10.0.0.1/");
  await page.getByRole("checkbox", { name: "user.created" }).check();
  await look("webhooks-create");
  await page.getByRole("dialog").getByRole("button", { name: "Add webhook" }).click();
  await page.getByText("This name does not lead to a public server.").waitFor();
  await page.getByLabel("Address").fill(receiver.url);
  await page.getByLabel("Description").fill("Our shop");
  await page.getByRole("dialog").getByRole("button", { name: "Add webhook" }).click();
  await page.getByText("Store the secret now").waitFor();
  await look("webhooks-secret");
  await page.keyboard.press("Escape");
  await page.getByText("Store the secret now").waitFor();
  secret = (await page.getByRole("dialog").locator("pre").innerText()).trim();
  expect(secret).toMatch(/^whsec_/);
  await page.getByLabel("I have stored the secret").check();
  await press("Done");
  await page.getByRole("heading", { name: "Our shop" }).waitFor();
  await press("Send a test event");
  await page.getByRole("row", { name: /webhook\.test.*Delivered/ }).waitFor();
  const [received] = receiver.received;
  expect(new Webhook(secret).verify(received!.body, received!.headers)).toMatchObject({ type: "webhook.test" });
  await page.getByText("Working").first().waitFor();
  heard.expectQuiet(/400|Bad Request/);
});

test("a delivery shows what was sent and answered, and can be sent again", async () => {
  await press("Open webhook.test");
  await page.getByText("thanks").waitFor();
  await look("webhooks-delivery");
  await press("Send again");
  await page.getByText("under the same id").first().waitFor();
  while (receiver.received.length < 2) await page.waitForTimeout(20);
  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  await press("Done");
  await press("Send a test event");
  await page.getByText("Your server does not take our events").waitFor();
  await page.getByRole("row", { name: /webhook\.test.*Waiting/ }).waitFor();
  await look("webhooks-failing");
  await page.getByRole("link", { name: "Waiting" }).click();
  await page.waitForURL(/state=pending/);
  await page.getByRole("row", { name: /Delivered/ }).waitFor({ state: "detached" });
});

test("it is changed, switched off and on, given a new secret, and removed", async () => {
  await press("Edit");
  await page.getByRole("checkbox", { name: "All of them" }).check();
  await press("Save");
  await page.getByText("tenant.updated").waitFor();
  await press("More actions");
  await page.getByRole("menuitem", { name: "Switch off" }).click();
  await press("Switch off");
  await page.getByText("This webhook is switched off").waitFor();
  await press("Switch on");
  await page.getByText("This webhook is switched off").waitFor({ state: "detached" });
  await press("More actions");
  await page.getByRole("menuitem", { name: "New secret" }).click();
  await press("New secret");
  await page.getByText("Store the secret now").waitFor();
  const next = (await page.getByRole("dialog").locator("pre").innerText()).trim();
  expect(next).toMatch(/^whsec_/);
  expect(next).not.toBe(secret);
  await page.getByLabel("I have stored the secret").check();
  await press("Done");
  await page.goto(`${origin}/admin/webhooks`);
  await page.getByText("All events").waitFor();
  await look("webhooks-list");
  await page.getByRole("link", { name: receiver.url }).click();
  await press("More actions");
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await press("Remove");
  await page.getByText("No webhook yet").waitFor();
});
