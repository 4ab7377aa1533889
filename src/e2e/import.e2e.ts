import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { eq, like } from "drizzle-orm";
import type { Browser, Page } from "playwright-core";
import { mailUsers, people } from "../../db/schema";
import { handlers } from "../../jobs/handlers";
import { startWorker } from "../../jobs/start-worker";
import { hashPassword } from "../features/auth/server/password-hash";
import { tenantWithDomain } from "../features/users/server/testing-users";
import { until } from "../lib/testing-until";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const { services, kv, owner: db } = await testServices();
const { ctx: owner } = await tenantWithDomain(services, "acme.test");
const password = "a long walk at dusk";
let browser: Browser;
let page: Page;
let origin = "";
let stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const passwordHash = await hashPassword(password);
  await db.update(people).set({ passwordHash }).where(eq(people.id, owner.actor.personId));
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  const worker = await startWorker(services, handlers);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => worker.stop(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, reducedMotion: "reduce" });
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

/** As a spreadsheet in Germany writes it: Windows-1252, semicolons, CRLF. */
const latin = Buffer.from(
  "E-Mail;Vorname;Nachname;Speicher (GB)\r\njose@acme.test;José;Müller;2\r\nana@acme.test;Ana;Ruiz;3\r\nana@acme.test;Ana;Again;3\r\nbo@elsewhere.test;Bo;Lind;1\r\n",
  "latin1",
);

test("a file from an old spreadsheet is read as it was meant, and what would be done is shown before anything is", async () => {
  const console = watchConsole(page);
  await page.goto(`${origin}/admin/users/import`);
  await page.locator("[name=file]").setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: latin });
  await page.getByRole("button", { name: "Look at the file" }).click();
  await page.getByRole("cell", { name: "José" }).waitFor();
  expect(await page.getByLabel("Letters are written in").inputValue()).toBe("windows-1252");
  expect(await page.getByLabel("Meaning of “Speicher (GB)”").inputValue()).toBe("quotaGb");
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Check all lines" }).click();
  await page.getByText("2 users are created").waitFor();
  await page.getByText("2 lines cannot be imported").waitFor();
  await page.getByText("Address: An earlier line has this address.").waitFor();
  await page.getByText("Address: This domain is not one of yours.").waitFor();
  await expectNoAxeViolations(page);
  expect(await db.$count(mailUsers, like(mailUsers.address, "%@acme.test"))).toBe(0);
  console.expectQuiet();
});

test("the import runs while one watches, and its users are there", async () => {
  const console = watchConsole(page);
  await page.getByRole("button", { name: "Import 2 users" }).click();
  await page.getByText("The import is done.").waitFor();
  await page.getByText("4 of 4 lines").waitFor();
  await expectNoAxeViolations(page);
  const users = await db.select().from(mailUsers).orderBy(mailUsers.address);
  expect(users.map(({ address, displayName, quotaBytes }) => [address, displayName, quotaBytes / 1024 ** 3])).toEqual([
    ["ana@acme.test", "Ana Ruiz", 3],
    ["jose@acme.test", "José Müller", 2],
  ]);
  await until(async () => (await services.engine.directory.accounts.find("jose@acme.test")) !== null);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Result as a file" }).click(),
  ]);
  expect(await Bun.file((await download.path())!).text()).toContain('"An earlier line has this address."'.slice(1, -1));
  console.expectQuiet();
});

test("the same lines again, pasted on a phone, in German and in the dark, need nothing", async () => {
  const context = await browser.newContext({
    ...{ viewport: { width: 360, height: 780 }, reducedMotion: "reduce", colorScheme: "dark", locale: "de-DE" },
    storageState: await page.context().storageState(),
  });
  const phone = await context.newPage();
  await phone.goto(`${origin}/admin/users/import`);
  await phone.locator("[name=pasted]").fill("Adresse\tName\njose@acme.test\tJosé Müller\n");
  await phone.locator("form button[type=submit]").click();
  await phone.locator("select[name=existing]").selectOption("change");
  await phone.locator("form button[type=submit]").click();
  await phone.getByText(/Zeile braucht nichts|line needs nothing/).waitFor();
  await expectNoAxeViolations(phone);
  const { scrollWidth } = await phone.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth }));
  expect(scrollWidth).toBeLessThanOrEqual(360);
  await context.close();
});
