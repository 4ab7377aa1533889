import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { eq, gt } from "drizzle-orm";
import type { Browser, Page } from "playwright-core";
import { mailUsers, people } from "../../db/schema";
import { handlers } from "../../jobs/handlers";
import { startWorker } from "../../jobs/start-worker";
import { hashPassword } from "../features/auth/server/password-hash";
import { insertUsers } from "../features/users/server/runs/testing-runs";
import { tenantWithDomain } from "../features/users/server/testing-users";
import { until } from "../lib/testing-until";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const { services, kv, owner: db } = await testServices();
const { ctx: owner, domainId } = await tenantWithDomain(services, "acme.test");
const password = "a long walk at dusk";
let browser: Browser;
let page: Page;
let origin = "";
let stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  await insertUsers(db, { tenantId: owner.tenantId, domainId, domain: "acme.test", count: 60 });
  const passwordHash = await hashPassword(password);
  await db.update(people).set({ passwordHash }).where(eq(people.id, owner.actor.personId));
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  const worker = await startWorker(services, handlers);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => worker.stop(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  page = await context.newPage();
  await page.goto(`${origin}/login`);
  await page.locator("[name=email]").fill(owner.actor.email);
  await page.locator("[name=password]").fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

const rowOf = (name: string) => page.getByRole("row").filter({ hasText: `${name}@acme.test` });
const countOf = (state: "active" | "suspended" | "deleted") => db.$count(mailUsers, eq(mailUsers.state, state));

test("the list is sorted by the head of a column and filtered by chips, and its address says so", async () => {
  const console = watchConsole(page);
  await page.goto(`${origin}/admin/users`);
  await page.getByText("60 users", { exact: true }).waitFor();
  await page.getByRole("columnheader", { name: "Address" }).getByRole("link").click();
  await rowOf("u00").waitFor();
  expect(await page.locator("th[aria-sort=ascending]").innerText()).toContain("Address");
  await page.getByRole("link", { name: "Next page" }).click();
  await rowOf("u59").waitFor();
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("menuitemcheckbox", { name: "Suspended" }).click();
  await page.getByText("Nobody matches").waitFor();
  expect(new URL(page.url()).search).toBe("?is=suspended&sort=address");
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Remove filter: Suspended" }).click();
  await rowOf("u00").waitFor();
  await expectNoAxeViolations(page);
  console.expectQuiet();
});

test("a span of users is chosen with shift, suspended, watched, and let back in by one press", async () => {
  const console = watchConsole(page);
  await page.getByRole("checkbox", { name: "Select u03@acme.test" }).click();
  await page.getByRole("checkbox", { name: "Select u07@acme.test" }).click({ modifiers: ["Shift"] });
  await page.getByText("5 users selected").waitFor();
  await page.getByRole("button", { name: "Suspend" }).click();
  const dialog = page.getByRole("dialog", { name: "Suspend 5 users?" });
  await dialog.getByText("u03@acme.test, u04@acme.test").waitFor();
  await dialog.getByRole("checkbox", { name: "receive" }).check();
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Suspend" }).click();
  await page.getByText("5 of 5").waitFor();
  await rowOf("u05").getByText("No receiving").waitFor();
  expect(await countOf("suspended")).toBe(5);
  await page.getByRole("button", { name: "Undo" }).click();
  await until(async () => (await countOf("suspended")) === 0);
  await rowOf("u05").getByText("Active").waitFor();
  await expectNoAxeViolations(page);
  console.expectQuiet();
});

test("everybody who matches gets more storage, those on other pages too", async () => {
  await page.goto(`${origin}/admin/users?q=u`);
  await page.getByRole("checkbox", { name: "Select everybody on this page" }).click();
  await page.getByRole("button", { name: "Select all 60 who match" }).click();
  await page.getByText("All 60 users who match are selected").waitFor();
  await page.getByRole("button", { name: "Change storage" }).click();
  const dialog = page.getByRole("dialog", { name: "Change the storage of 60 users?" });
  await dialog.locator("[name=quotaBytes]").selectOption(String(2 * 1024 ** 3));
  await dialog.getByRole("button", { name: "Change storage" }).click();
  await until(async () => (await db.$count(mailUsers, eq(mailUsers.quotaBytes, 2 * 1024 ** 3))) === 60, 30_000);
});

test("users are deleted only after their number was typed, and come back from the bin", async () => {
  await page.goto(`${origin}/admin/users?q=u5`);
  await page.getByText("10 users", { exact: true }).waitFor();
  await page.getByRole("checkbox", { name: "Select everybody on this page" }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete 10 users?" });
  const confirm = dialog.getByRole("button", { name: "Delete" });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.locator("[name=confirm]").fill("10");
  await confirm.click();
  await until(async () => (await countOf("deleted")) === 10, 30_000);
  await page.goto(`${origin}/admin/users?is=deleted`);
  await page
    .getByText(/(29|30) days left/)
    .first()
    .waitFor();
  await rowOf("u50").getByRole("button", { name: "Actions for u50@acme.test" }).click();
  await page.getByRole("menuitem", { name: "Bring back" }).click();
  await page.getByText("u50@acme.test is back.").waitFor();
  expect(await countOf("deleted")).toBe(9);
});

test("a user's page tells all about them, renames them, and deletes with a way back", async () => {
  const console = watchConsole(page);
  await page.goto(`${origin}/admin/users`);
  await page.getByRole("link", { name: "u10@acme.test" }).click();
  await page.getByRole("heading", { level: 1, name: "u10@acme.test" }).waitFor();
  await page.getByRole("heading", { name: "Identity" }).waitFor();
  await expectNoAxeViolations(page);
  await until(async () => (await services.engine.directory.accounts.find("u10@acme.test"))?.blocks.length === 0);
  await until(
    async () => (await db.$count(mailUsers, gt(mailUsers.revision, mailUsers.appliedRevision))) === 0,
    30_000,
  );
  await page.getByRole("button", { name: "Change address" }).click();
  await page.locator("[name=localPart]").fill("ana");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { level: 1, name: "ana@acme.test" }).waitFor();
  await page.getByRole("button", { name: "Actions", exact: true }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.locator("[name=confirm]").fill("ana@acme.test");
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await page.getByRole("heading", { level: 1, name: "Mailbox users" }).waitFor();
  await page.getByRole("region", { name: "Notifications" }).getByRole("button", { name: "Undo" }).click();
  await page.getByText("ana@acme.test is back.").waitFor();
  console.expectQuiet();
});

test("an address that leads to nobody says so, and leads back to the list", async () => {
  await page.goto(`${origin}/admin/users/${Bun.randomUUIDv7()}`);
  await page.getByText("There is no such mailbox user").waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole("link", { name: "Show everybody" }).click();
  await page.getByRole("heading", { level: 1, name: "Mailbox users" }).waitFor();
});

test("on a phone, in the dark, everything is there and nothing is cut off", async () => {
  const context = await browser.newContext({
    ...{ viewport: { width: 360, height: 780 }, reducedMotion: "reduce", colorScheme: "dark" },
    storageState: await page.context().storageState(),
  });
  const phone = await context.newPage();
  for (const path of ["/admin/users", "/admin/users?is=deleted"]) {
    await phone.goto(`${origin}${path}`);
    await phone.getByRole("checkbox", { name: "Select everybody on this page" }).check();
    await phone.getByText(/users? selected/).waitFor();
    await expectNoAxeViolations(phone);
    const { scrollWidth } = await phone.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth }));
    expect([path, scrollWidth]).toEqual([path, 360]);
  }
  await context.close();
});
