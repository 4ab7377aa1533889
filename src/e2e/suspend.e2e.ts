import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { resumeUser } from "../features/users/server/resume-user";
import { suspendUser } from "../features/users/server/suspend-user";
import { applyNow, password } from "../features/users/server/testing-users";
import { putMail, testMailboxes } from "../features/webmail/server/testing-webmail";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser } from "./browser";

setDefaultTimeout(60_000);

const { services, kv } = await testServices();
const { member, people } = await testMailboxes(services, "held.test", ["ana"]);
const { ana } = people;
const subject = "The plans for the harbour";
let browser: Browser;
let page: Page;
let origin: string;
let stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  await putMail(ana.ctx, { subject });
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
  services.platform.appUrl = origin;
  page = await (await browser.newContext({ viewport: { width: 1200, height: 900 } })).newPage();
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

async function signIn() {
  await page.getByLabel("E-mail address").fill(ana.address);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("a mailbox that is suspended while it is open closes within five seconds, says so, and shows nothing more", async () => {
  await page.goto(`${origin}/mail/login`);
  await signIn();
  await page.getByText(subject).first().click();
  await page.getByRole("heading", { name: subject }).waitFor();
  const begun = Date.now();
  await suspendUser(member, { userId: ana.userId });
  await page.getByText("Your session has ended").waitFor();
  expect(Date.now() - begun).toBeLessThan(5000);
  expect(await page.content()).not.toContain(subject);
  await expectNoAxeViolations(page);
});

test("neither the way back nor the password opens it again, until the suspension ends", async () => {
  await page.goBack();
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  expect(await page.content()).not.toContain(subject);
  await page.goto(`${origin}/mail`);
  await signIn();
  await page.getByText("This mailbox is suspended").waitFor();
  await applyNow(services, member, ana.userId);
  await resumeUser(member, { userId: ana.userId });
  await applyNow(services, member, ana.userId);
  await signIn();
  await page.getByText(subject).first().waitFor();
});
