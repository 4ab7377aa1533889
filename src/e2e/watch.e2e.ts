import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import type { Browser, Page } from "playwright-core";
import { domains, people, tenants, users } from "../../db/schema";
import { mailedTo } from "../features/auth/server/testing-mailed";
import { noteEvent } from "../features/domains/server/note-event";
import { systemContext } from "../server/context";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const { services, owner: database, kv } = await testServices();
const email = "owner@watched.test";
let browser: Browser;
let page: Page;
let origin: string;
let domainId: string;
let tenantId: string;
let stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
  services.platform.appUrl = origin;
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  await context.addCookies(await signedUp());
  page = await context.newPage();
  await database.update(people).set({ emailConfirmedAt: new Date() }).where(eq(people.email, email));
  await database.update(tenants).set({ confirmedAt: new Date() });
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

/** The cookies of a new account's owner, and the domain that they added. */
async function signedUp() {
  const post = (path: string, body: object, cookie = "") =>
    fetch(`${origin}/api/trpc/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin, cookie },
      body: JSON.stringify(body),
    });
  const response = await post("auth.signUp", { company: "Acme", email, password: "a long walk at dusk" });
  const cookies = response.headers.getSetCookie().map((header) => Bun.Cookie.parse(header));
  const added = await post(
    "domains.add",
    { name: "watched.test" },
    cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
  );
  const { result } = (await added.json()) as { result: { data: { id: string } } };
  domainId = result.data.id;
  const [row] = await database.select().from(users);
  tenantId = row!.tenantId;
  return cookies.map(({ name, value }) => ({ name, value, url: origin }));
}

async function note(minutesAgo: number, subject: string, before: string, after: string): Promise<void> {
  const job = systemContext(services, { job: "dns-verification" }, tenantId);
  const now = () => new Date(Date.now() - minutesAgo * 60_000);
  const evidence = { found: [`10 mx${minutesAgo}.old.example`], before: [], servers: ["ns1.example"], advice: null };
  await job.tx((tx) => noteEvent(tx, { ...job, now }, { domainId, kind: "record", subject, before, after, evidence }));
  services.events.publish({ tenantId: job.tenantId, topic: "domain", subjectId: domainId });
}

test("the history of a domain without one says what will stand there", async () => {
  await page.goto(`${origin}/admin/domains/${domainId}/history`);
  await page.getByText("Nothing has happened yet").waitFor();
  await expectNoAxeViolations(page);
});

test("what happens while the page is open appears by itself, what flaps as one line, with what DNS answered", async () => {
  const heard = watchConsole(page);
  await note(2 * 1440, "spf", "missing", "match");
  for (let at = 60; at > 40; at -= 2) {
    await note(at, "mx.1", "match", "stale");
    await note(at - 1, "mx.1", "stale", "match");
  }
  await note(5, "mx.1", "match", "missing");
  await page.getByText("20 changes back and forth").waitFor();
  const rows = page.locator('[data-slot="history-row"]');
  await rows.nth(2).waitFor();
  expect(await rows.count()).toBe(3);
  expect(await rows.first().innerText()).toMatch(/Record MX @\s+In place\s+became\s+Missing/);
  await rows.first().getByText("What DNS answered").click();
  await rows.first().getByText("10 mx5.old.example").waitFor();
  await expectNoAxeViolations(page);
  heard.expectQuiet();
});

test("one kind of change can be looked at alone", async () => {
  await page.getByRole("link", { name: "Signing keys", exact: true }).last().click();
  await page.getByText("Nothing of that kind").waitFor();
  await page.getByRole("link", { name: "Everything" }).click();
  await page.locator('[data-slot="history-row"]').first().waitFor();
});

test("a tenant of which nobody could be told is warned, and adds an address that has to confirm first", async () => {
  const night = "night@elsewhere.example";
  await page.goto(`${origin}/admin/domains`);
  await page.getByText("Nobody would hear of trouble").waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole("link", { name: "Add an address" }).click();
  await page.getByRole("heading", { name: "Who hears of trouble" }).waitFor();
  const field = page.getByLabel("One more address");
  await field.fill("ops@watched.test");
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByText("This address lies inside of one of your domains").waitFor();
  await expectNoAxeViolations(page);
  await field.fill(night);
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByText("Link not opened yet").waitFor();
  const [mail] = await mailedTo(services, database, night);
  const reader = await (await browser.newContext()).newPage();
  await reader.goto(`${origin}/confirm#${mail!.token}`);
  await reader.getByText(`From now on ${night} hears of it`).waitFor();
  await expectNoAxeViolations(reader);
  await reader.context().close();
  await page.reload();
  await page.getByText("Is told", { exact: true }).waitFor();
  expect(await page.getByText("Nobody would hear of trouble").count()).toBe(0);
});

test("at 360 pixels and in the dark nothing is cut off and contrast holds", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await database.update(domains).set({ state: "active" }).where(eq(domains.id, domainId));
  for (const [path, text] of [
    [`/admin/domains/${domainId}/history`, "20 changes back and forth"],
    ["/admin/settings", "Who hears of trouble"],
    ["/admin/domains", "Active"],
  ]) {
    await page.goto(origin + path);
    await page.getByText(text!).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const edges = await page
      .locator('main [data-slot="history-row"] *:visible, main [data-slot="card"] *:visible')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().right));
    expect(Math.max(...edges)).toBeLessThanOrEqual(345);
    await expectNoAxeViolations(page);
  }
});
