import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { trialAccounts } from "../../db/trial-accounts";
import { eventually } from "../lib/testing-eventually";
import { apiClient } from "./api-client";
import { type AppProcess, freePorts, startApp } from "./app-process";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(120_000);

const root = new URL("../../", import.meta.url).pathname;
const [mara] = trialAccounts.people;
const { owner } = trialAccounts;
let app: AppProcess;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let dataDir: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(root, ".cache/audit-"));
  [app, browser] = await Promise.all([freePorts().then((ports) => startApp(dataDir, ports)), launchBrowser()]);
  context = await browser.newContext({ viewport: { width: 1280, height: 860 }, reducedMotion: "reduce" });
  const answer = await context.request.post(`${app.url}/api/trpc/auth.signIn`, {
    data: { email: owner.email, password: owner.password },
    headers: { origin: app.url },
  });
  expect(answer.status()).toBe(200);
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const rows = () => page.locator('[data-slot="audit-row"]');

test("an owner narrows the log down, reads what one entry says by keyboard alone, and goes on from there", async () => {
  const heard = watchConsole(page);
  await page.goto(`${app.url}/admin/audit`);
  await rows().first().waitFor();
  const all = await rows().count();
  await page.getByLabel("What", { exact: true }).selectOption("user");
  await page.waitForURL(/action=user/);
  await page.getByText("Mailbox made").first().waitFor();
  await page.waitForFunction((before) => document.querySelectorAll('[data-slot="audit-row"]').length < before, all);
  expect(await rows().count()).toBe(trialAccounts.people.length);
  await page.getByRole("button", { name: `Mailbox made ${mara.address}` }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("user.create").waitFor();
  expect(await dialog.getByRole("row", { name: `Address ${mara.address}` }).count()).toBe(1);
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await page.keyboard.press("Enter");
  await dialog.getByRole("link", { name: "Show everything about this" }).click();
  await page.waitForURL(/subject=mail_user/);
  const chip = page.getByRole("button", { name: `Remove filter: About ${mara.address}` });
  await chip.click();
  await page.waitForURL((url) => !url.search.includes("subject"));
  await page.getByLabel("Search names, values, addresses").fill("nothing like this");
  await page.getByText("Nothing matches").waitFor();
  await page.getByRole("link", { name: "Clear all filters" }).click();
  await rows().first().waitFor();
  heard.expectQuiet();
});

test("the filtered log is saved as a file, and that stands in the log", async () => {
  await page.goto(`${app.url}/admin/audit?action=user`);
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export as CSV" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^deftmail-audit-\d{4}-\d\d-\d\d\.csv$/);
  const text = readFileSync(await download.path(), "utf8");
  expect(text.split("\r\n")).toHaveLength(1 + trialAccounts.people.length + 1);
  await page.goto(`${app.url}/admin/audit`);
  await page.getByText("Audit log exported").first().waitFor();
});

test("an old link to the file of another site gets a page that says why it is refused", async () => {
  await page.goto(`${app.url}/admin/audit.csv?actor=nobody`);
  await page.getByRole("heading", { name: "This file was not given out" }).waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole("link", { name: "Back to the page" }).click();
  await rows().first().waitFor();
});

test("the owner of a mailbox finds from the menu what an administrator did to it", async () => {
  const panel = apiClient(app.url);
  await panel.auth.signIn.mutate({ email: owner.email, password: owner.password });
  const { users } = await panel.users.list.query({ search: mara.address });
  await panel.users.setQuota.mutate({ userId: users[0]!.id, quotaBytes: 7 * 1024 ** 3 });
  const own = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await own.request.post(`${app.url}/api/trpc/webmail.signIn`, {
    data: { address: mara.address, password: mara.password },
    headers: { origin: app.url },
  });
  const mail = await own.newPage();
  await mail.goto(`${app.url}/mail/inbox`);
  await mail.getByRole("button", { name: mara.address }).first().click();
  await mail.getByRole("menuitem", { name: "Activity" }).click();
  await mail.getByText("Storage of a mailbox changed").click();
  await mail.getByRole("dialog").getByText("7 GB").waitFor();
  await expectNoAxeViolations(mail);
  await own.close();
});

test("a viewer reads what they did themselves, and cannot take the log along", async () => {
  const email = "vera@team.example";
  const panel = apiClient(app.url);
  await panel.auth.signIn.mutate({ email: owner.email, password: owner.password });
  await panel.auth.team.invite.mutate({ email, role: "viewer" });
  const invitation = await eventually(
    () => panel.auth.keptNotices.query(),
    (mails) => mails.some((mail) => mail.recipient === email),
  );
  const token = invitation.find((mail) => mail.recipient === email)!.path!.split("#")[1]!;
  const own = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "de-DE", colorScheme: "dark" });
  const joined = await own.request.post(`${app.url}/api/trpc/auth.team.accept`, {
    data: { token, name: "Vera", password: "a long walk at dusk" },
    headers: { origin: app.url },
  });
  expect(joined.status()).toBe(200);
  const viewer = await own.newPage();
  await viewer.goto(`${app.url}/admin/audit`);
  await viewer.getByText("Was Sie getan haben und was mit Ihrem Konto geschah.").waitFor();
  await viewer.locator('[data-slot="audit-row"]').first().waitFor();
  expect(await viewer.getByText("Postfach angelegt").count()).toBe(0);
  expect(await viewer.getByRole("button", { name: "Als CSV ausgeben" }).count()).toBe(0);
  await expectNoAxeViolations(viewer);
  await viewer.goto(`${app.url}/admin/audit.csv`);
  await viewer.getByText("Ihre Rolle erlaubt diese Ausgabe nicht.").waitFor();
  await own.close();
});

test("while the server is away the panel says so, and shows the page when it is back", async () => {
  // A link that is followed before the page was taken over asks for a whole page.
  const isTaken = page.waitForRequest(/live\.events/);
  await page.goto(`${app.url}/admin`);
  await page.getByText("How your mail stands.").waitFor();
  await isTaken;
  await page.route("**/api/trpc/**", (route) => route.abort());
  await page.getByRole("link", { name: "Audit log" }).click();
  await page.getByRole("heading", { name: "The server cannot be reached right now" }).waitFor();
  await expectNoAxeViolations(page);
  await page.unroute("**/api/trpc/**");
  await page.getByRole("button", { name: "Try again" }).click();
  await rows().first().waitFor();

  // The page itself came, and then the line went: a script of it is missing.
  await page.route("**/_build/assets/*.js", async (route) => {
    const answer = await route.fetch();
    await ((await answer.text()).includes("audit-row") ? route.abort() : route.fulfill({ response: answer }));
  });
  await page.reload();
  await page.getByRole("heading", { name: "The server cannot be reached right now" }).waitFor();
  await page.unroute("**/_build/assets/*.js");
  await page.getByRole("button", { name: "Try again" }).click();
  await rows().first().waitFor();
});
