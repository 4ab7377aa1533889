import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import type { Browser, Page } from "playwright-core";
import { people } from "../../db/schema";
import { hashPassword } from "../features/auth/server/password-hash";
import { testMailboxes } from "../features/webmail/server/testing-webmail";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const { services, kv, owner: db } = await testServices();
const { member, domainId, people: mailboxes } = await testMailboxes(services, "acme.test", ["ana"]);
const { ana } = mailboxes;
const password = "a long walk at dusk";
let browser: Browser;
let boss: Page;
let writer: Page;
let origin = "";
let stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const passwordHash = await hashPassword(password);
  await db.update(people).set({ passwordHash }).where(eq(people.id, member.actor.personId));
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
  const pageOf = async (width: number) =>
    (await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce" })).newPage();
  [boss, writer] = [await pageOf(360), await pageOf(1200)];
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

test("an administrator holds a mailbox to fewer recipients than the plan, which is refused where it is more", async () => {
  const console = watchConsole(boss);
  await boss.goto(`${origin}/login`);
  await boss.locator("[name=email]").fill(member.actor.email);
  await boss.locator("[name=password]").fill(password);
  await boss.keyboard.press("Enter");
  await boss.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  await boss.goto(`${origin}/admin/users/${ana.userId}`);
  const sending = boss.getByRole("region", { name: "Sending", exact: true });
  await sending.getByText("0 of 200, 200 left").waitFor();
  await sending.getByRole("button", { name: "Change limits" }).click();
  await boss.locator("[name=perHour]").fill("2");
  await boss.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await sending.getByText("0 of 2, 2 left").waitFor();
  await expectNoAxeViolations(boss);
  if (process.env.SHOTS) await sending.screenshot({ path: `${process.env.SHOTS}/user-360.png` });
  console.expectQuiet();
});

test("who writes to more than that reads which limit it is and when there is room, and loses no word", async () => {
  await writer.goto(`${origin}/mail`);
  await writer.locator("[name=address]").fill(ana.address);
  await writer.locator("[name=password]").fill(password);
  await writer.keyboard.press("Enter");
  await writer.getByRole("button", { name: "New message" }).first().click();
  await writer.getByLabel("To", { exact: true }).fill("a@else.test, b@else.test, c@else.test");
  await writer.getByLabel("Subject").fill("To three of you");
  await writer.getByRole("button", { name: "Send", exact: true }).click();
  await writer.getByText("You may send to 2 recipients within an hour, and this would be more.").waitFor();
  expect(await writer.getByLabel("Subject").inputValue()).toBe("To three of you");
  await expectNoAxeViolations(writer);
  if (process.env.SHOTS) await writer.screenshot({ path: `${process.env.SHOTS}/composer.png` });
});

test("a mailbox user sees in the settings what is left", async () => {
  await writer.goto(`${origin}/mail/settings`);
  await writer.getByRole("heading", { name: "Sending", exact: true }).waitFor();
  await writer.getByText("0 of 2, 2 left").waitFor();
  await expectNoAxeViolations(writer);
});

test("the domain and the company show what all together may send", async () => {
  await boss.goto(`${origin}/admin/domains/${domainId}/settings`);
  const card = boss.locator("[data-slot=card]", { has: boss.getByRole("heading", { name: "Sending" }) });
  await card.getByText("0, without a limit of its own").first().waitFor();
  await card.getByRole("button", { name: "Change limits" }).click();
  await boss.locator("[name=perDay]").fill("500");
  await boss.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await card.getByText("0 of 500, 500 left").waitFor();
  await expectNoAxeViolations(boss);
  await boss.goto(`${origin}/admin/settings`);
  await boss.getByText("Each mailbox may send to 200 recipients an hour and 1,000 a day").waitFor();
  await expectNoAxeViolations(boss);
  if (process.env.SHOTS) await boss.screenshot({ path: `${process.env.SHOTS}/settings-360.png`, fullPage: true });
});
