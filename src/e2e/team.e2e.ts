import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { handlers } from "../../jobs/handlers";
import { startWorker } from "../../jobs/start-worker";
import { people } from "../../db/schema";
import { eq } from "drizzle-orm";
import { mailedToken } from "../features/auth/server/testing-mailed";
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
const { email, personId } = owner.actor;
const password = "a long walk at dusk";
const newcomer = "nora@partner.example";
let browser: Browser;
let boss: Page;
let nora: Page;
let origin = "";
let stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  await db
    .update(people)
    .set({ passwordHash: await hashPassword(password) })
    .where(eq(people.id, personId));
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  const worker = await startWorker(services, handlers);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => worker.stop(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
  [boss, nora] = [await newPage(1200), await newPage(360)];
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

const newPage = async (width: number) =>
  (await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce" })).newPage();
const token = (to: string, kind: string) => until(() => mailedToken(services, db, to, kind).catch(() => null));

async function signIn(on: Page, as: string): Promise<void> {
  await on.goto(`${origin}/login`);
  await on.locator("[name=email]").fill(as);
  await on.locator("[name=password]").fill(password);
  await on.keyboard.press("Enter");
  await on.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
}

test("an owner invites somebody for one domain", async () => {
  await signIn(boss, email);
  await boss.goto(`${origin}/admin/team`);
  await boss.getByRole("button", { name: "Invite someone" }).click();
  await boss.getByLabel("E-mail address").fill(newcomer);
  await boss.getByLabel("Domain admin").check();
  await boss.getByRole("button", { name: "Send invitation" }).click();
  await boss.getByText("Pick at least one domain.").waitFor();
  await boss.getByLabel("acme.test").check();
  await expectNoAxeViolations(boss);
  await boss.getByRole("button", { name: "Send invitation" }).click();
  await boss.getByRole("heading", { name: "Open invitations" }).waitFor();
  await expectNoAxeViolations(boss);
});

test("the newcomer opens the link on a phone, gives name and password, and sees what the role shows", async () => {
  const heard = watchConsole(nora);
  await nora.goto(`${origin}/invite#${await token(newcomer, "invitation")}`);
  await nora.getByText("invites you to look after the mail of Test").waitFor();
  await expectNoAxeViolations(nora);
  await nora.locator("[name=name]").fill("Nora");
  await nora.locator("[name=password]").fill(password);
  await nora.keyboard.press("Enter");
  await nora.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  await nora.goto(`${origin}/admin/domains`);
  await nora.getByText("acme.test").first().waitFor();
  expect(await nora.getByRole("button", { name: "Add domain" }).count()).toBe(0);
  await nora.goto(`${origin}/admin/team`);
  await nora.getByText("The team is not yours to see").waitFor();
  await expectNoAxeViolations(nora);
  heard.expectQuiet();
});

test("what the owner makes of the role counts in the page that the newcomer has open", async () => {
  await nora.goto(`${origin}/admin/users`);
  await nora.getByRole("heading", { level: 1, name: "Mailbox users" }).waitFor();
  await boss.reload();
  await boss.getByRole("button", { name: `What to do with ${newcomer}` }).click();
  await boss.getByRole("menuitem", { name: "Change role" }).click();
  await boss.getByRole("radio", { name: "Viewer" }).check();
  await boss.getByRole("button", { name: "Save" }).click();
  await boss.getByText(`The role of ${newcomer} is changed.`).waitFor();
  await nora.getByRole("button", { name: "Create user" }).first().waitFor({ state: "detached" });
  await nora.goto(`${origin}/admin/team`);
  await nora.getByText(newcomer).first().waitFor();
});

test("an invitation for somebody with an account leads through signing in to joining, and to the other tenant", async () => {
  const { ctx: other } = await tenantWithDomain(services, "other.test");
  const theirs = other.actor;
  await db
    .update(people)
    .set({ passwordHash: await hashPassword(password) })
    .where(eq(people.id, theirs.personId));
  await boss.getByRole("button", { name: "Invite someone" }).click();
  await boss.getByLabel("E-mail address").fill(theirs.email);
  await boss.getByRole("button", { name: "Send invitation" }).click();
  await boss.getByText(theirs.email).first().waitFor();
  const guest = await newPage(1200);
  await guest.goto(`${origin}/invite#${await token(theirs.email, "invitation")}`);
  await guest.getByRole("link", { name: "Sign in" }).click();
  await guest.locator("[name=email]").fill(theirs.email);
  await guest.locator("[name=password]").fill(password);
  await guest.keyboard.press("Enter");
  await guest.getByRole("button", { name: "Join Test" }).click();
  await guest.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  await guest.goto(`${origin}/admin/domains`);
  await guest.getByText("acme.test").first().waitFor();
});

test("who is removed is signed out where they sit", async () => {
  await nora.goto(`${origin}/admin/users`);
  await nora.getByRole("heading", { level: 1, name: "Mailbox users" }).waitFor();
  await boss.reload();
  await boss.getByRole("button", { name: `What to do with ${newcomer}` }).click();
  await boss.getByRole("menuitem", { name: "Remove from team" }).click();
  await boss.getByRole("dialog").getByRole("button", { name: "Remove from team" }).click();
  await boss.getByText(`${newcomer} is no longer in the team.`).waitFor();
  await nora.getByRole("heading", { level: 1, name: "Welcome back" }).waitFor();
});

test("an owner renames, downloads and closes the tenant, and opens it again with the link in the mail", async () => {
  const heard = watchConsole(boss);
  await boss.goto(`${origin}/admin/settings`);
  await boss.getByLabel("Name of the organisation").fill("Acme");
  const form = boss.locator("form").filter({ has: boss.getByLabel("Name of the organisation") });
  await form.getByRole("button", { name: "Save" }).click();
  await boss.getByText("The name is saved.").waitFor();
  const [download] = await Promise.all([
    boss.waitForEvent("download"),
    boss.getByRole("button", { name: "Download" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^deftmail-export-[\d-]+\.json$/);
  await boss.getByRole("button", { name: "Close", exact: true }).click();
  const dialog = boss.getByRole("dialog");
  await dialog.getByRole("textbox").fill("Acme");
  await expectNoAxeViolations(boss);
  await dialog.getByRole("button", { name: "Close", exact: true }).first().click();
  await boss.getByText("The organisation is closed").waitFor();
  await expectNoAxeViolations(boss);

  await boss.goto(`${origin}/reopen#${await token(email, "tenant_closed")}`);
  await boss.getByRole("button", { name: "Open Acme again" }).click();
  await boss.getByText("Acme is open again").waitFor();
  await expectNoAxeViolations(boss);
  heard.expectQuiet();
  await signIn(boss, email);
});
