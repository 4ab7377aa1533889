import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { eq, sql } from "drizzle-orm";
import type { Browser, Page } from "playwright-core";
import { handlers } from "../../jobs/handlers";
import { startWorker } from "../../jobs/start-worker";
import { mailUsers, people } from "../../db/schema";
import { hashPassword } from "../features/auth/server/password-hash";
import { mailedToken } from "../features/auth/server/testing-mailed";
import { forwardingWorld } from "../features/users/server/forwarding/testing-forwarding";
import { password } from "../features/users/server/testing-users";
import { until } from "../lib/testing-until";
import { parseEnv } from "../server/env";
import { createKv } from "../server/kv";
import { startWeb } from "../server/start-web";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(90_000);

const { services, owner: db, ctx, domainId, newUser, send, inboxOf, outside } = await forwardingWorld();
const ana = await newUser("ana");
const bo = await newUser("bo");
const { email, personId } = ctx.actor;
const target = "ana@outside.test";
let browser: Browser;
let boss: Page;
let phone: Page;
let origin = "";
let stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  await db
    .update(people)
    .set({ passwordHash: await hashPassword(password) })
    .where(eq(people.id, personId));
  const web = await startWeb(parseEnv({ PORT: "0" }), services, createKv({ log: services.log }));
  const worker = await startWorker(services, handlers);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => worker.stop(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
  [boss, phone] = [await newPage(1200), await newPage(360)];
  await boss.goto(`${origin}/login`);
  await boss.locator("[name=email]").fill(email);
  await boss.locator("[name=password]").fill(password);
  await boss.keyboard.press("Enter");
  await boss.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

const newPage = async (width: number) =>
  (await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce" })).newPage();
const card = (page: Page, title: string) =>
  page.locator("section", { has: page.getByRole("heading", { name: title }) });
const look = async (page: Page, name: string) => {
  const folder = Bun.env["SHOTS"];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

test("an admin gives a mailbox another address, switches it off, takes it away and has it back", async () => {
  const heard = watchConsole(boss);
  await boss.goto(`${origin}/admin/users/${ana.id}`);
  const addresses = card(boss, "Other addresses");
  await addresses.getByText("postmaster@acme.test").waitFor();
  await addresses.getByRole("button", { name: "Add address" }).click();
  await boss.getByLabel("Name before the @").fill("Info");
  await boss.getByLabel("Note for the team").fill("The shop");
  await expectNoAxeViolations(boss);
  await boss.getByRole("dialog").getByRole("button", { name: "Add address" }).click();
  const row = addresses.getByRole("row", { name: /info@acme\.test/ });
  await row.waitFor();
  await until(async () => (await send("info@acme.test", "to the alias")) === "accepted");
  await until(async () => (await inboxOf(ana.address)).includes("to the alias"));
  await row.getByRole("button", { name: "What to do with info@acme.test" }).click();
  await boss.getByRole("menuitem", { name: "Switch off" }).click();
  await row.getByText("Off: mail is refused").waitFor();
  await until(async () => (await send("info@acme.test", "refused")).includes("550"));
  await row.getByRole("button", { name: "What to do with info@acme.test" }).click();
  await boss.getByRole("menuitem", { name: "Remove" }).click();
  await row.waitFor({ state: "detached" });
  await boss.getByRole("button", { name: "Undo" }).click();
  await row.waitFor();
  await look(boss, "user");
  await expectNoAxeViolations(boss);
  heard.expectQuiet();
});

test("a menu that is open stays open, with its focus, when its table is read anew", async () => {
  const setApplied = async (appliedRevision: number | typeof mailUsers.revision) => {
    await db
      .update(mailUsers)
      .set({ appliedRevision: sql`${appliedRevision}` })
      .where(eq(mailUsers.id, ana.id));
    services.events.publish({ tenantId: ctx.tenantId, topic: "user", subjectId: ana.id });
  };
  await setApplied(0);
  await boss.reload();
  const row = card(boss, "Other addresses").getByRole("row", { name: /info@acme\.test/ });
  await row.getByText("On its way to the mail server").waitFor();
  await row.getByRole("button", { name: "What to do with info@acme.test" }).click();
  const give = boss.getByRole("menuitem", { name: "Give to another mailbox" });
  await give.focus();
  await setApplied(mailUsers.revision);
  await row.getByText("On its way to the mail server").waitFor({ state: "detached" });
  expect(await give.evaluate((item) => item === document.activeElement)).toBeTrue();
  await boss.keyboard.press("Enter");
  await boss.getByLabel("Address of the mailbox").waitFor();
  await boss.keyboard.press("Escape");
});

test("the admin gives an address to another mailbox, by its name", async () => {
  const addresses = card(boss, "Other addresses");
  const row = addresses.getByRole("row", { name: /info@acme\.test/ });
  await row.getByRole("button", { name: "What to do with info@acme.test" }).click();
  await boss.getByRole("menuitem", { name: "Give to another mailbox" }).click();
  await boss.getByLabel("Address of the mailbox").fill("nobody@acme.test");
  await boss.keyboard.press("Enter");
  await boss.getByText("Nobody here gets mail at this address.").waitFor();
  await boss.getByLabel("Address of the mailbox").fill(bo.address);
  await boss.keyboard.press("Enter");
  await row.waitFor({ state: "detached" });
});

test("mail is forwarded outside once whoever reads there has agreed on a phone, and the page says so by itself", async () => {
  const heard = watchConsole(phone);
  const forwarding = card(boss, "Forwarding");
  await forwarding.getByLabel("Pass mail on to").fill(target);
  await forwarding.getByRole("button", { name: "Forward", exact: true }).click();
  await forwarding.getByText("Waits for a yes from there").waitFor();
  await look(boss, "forwarding-waits");
  const token = await until(() => mailedToken(services, db, target, "confirm_forwarding").catch(() => null));
  await phone.goto(`${origin}/confirm#${token}`);
  await phone.getByRole("button", { name: "Yes, send it to me" }).waitFor();
  await look(phone, "agree");
  await expectNoAxeViolations(phone);
  await phone.getByRole("button", { name: "Yes, send it to me" }).click();
  await phone.getByText("Mail will be passed on").waitFor();
  await forwarding.getByText("Works").waitFor();
  expect(await send(ana.address, "far away")).toBe("accepted");
  await until(() => outside.mails.some(({ raw }) => raw.includes("Subject: far away")), 45_000);
  await expectNoAxeViolations(boss);
  heard.expectQuiet();
});

test("the mailbox user finds the word of it, sees it in the settings on a phone, and ends it", async () => {
  await phone.goto(`${origin}/mail/login`);
  await phone.locator("[name=address]").fill(ana.address);
  await phone.locator("[name=password]").fill(password);
  await phone.keyboard.press("Enter");
  await phone.getByText(`Your mail is forwarded to ${target}`).first().waitFor();
  await phone.goto(`${origin}/mail/settings`);
  const forwarding = card(phone, "Forwarding");
  await forwarding.getByText(`To ${target}`).waitFor();
  await look(phone, "settings");
  await expectNoAxeViolations(phone);
  await forwarding.getByRole("button", { name: "End forwarding" }).click();
  await forwarding.getByLabel("Pass mail on to").waitFor();
  await card(boss, "Forwarding").getByLabel("Pass mail on to").waitFor();
});

test("a domain gives unknown addresses to a mailbox, and says who gets mail to postmaster@", async () => {
  const heard = watchConsole(boss);
  await boss.goto(`${origin}/admin/domains/${domainId}/settings`);
  const mail = card(boss, "Mail to this domain");
  await mail.getByText("postmaster@acme.test").waitFor();
  await mail.getByLabel("Who gets mail to unknown addresses").fill("nobody@acme.test");
  await mail.getByRole("button", { name: "Save" }).first().click();
  await mail.getByText("Nobody here gets mail at this address.").waitFor();
  await mail.getByLabel("Who gets mail to unknown addresses").fill(bo.address);
  await mail.getByRole("button", { name: "Save" }).first().click();
  await mail.getByText(`Mail to them goes to ${bo.address}.`).waitFor();
  await until(async () => (await send("whatever@acme.test", "caught")) === "accepted");
  await until(async () => (await inboxOf(bo.address)).includes("caught"));
  await look(boss, "domain");
  await expectNoAxeViolations(boss);
  await boss.setViewportSize({ width: 360, height: 900 });
  await look(boss, "domain-360");
  const overflow = await boss.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  heard.expectQuiet(/400|404/);
});
