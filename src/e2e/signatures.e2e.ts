import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { addAlias } from "../features/users/server/aliases/add-alias";
import { applyNow, password } from "../features/users/server/testing-users";
import { testMailboxes } from "../features/webmail/server/testing-webmail";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const pictures = join(import.meta.dir, "../../.cache/screenshots");
const { services, kv } = await testServices();
const { member, domainId, people } = await testMailboxes(services, "acme.test", ["ana"]);
const { ana } = people;
let browser: Browser;
let page: Page;
let origin = "";
let stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  await addAlias(member, { ...{ userId: ana.userId, domainId, localPart: "sales", note: "" }, isEnabled: true });
  await applyNow(services, member, ana.userId);
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  await page.goto(`${origin}/mail/login`);
  await page.locator("[name=address]").fill(ana.address);
  await page.locator("[name=password]").fill(password);
  await page.keyboard.press("Enter");
  await page.locator("[data-slot=mail-list]").waitFor();
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

const card = () =>
  page.locator("[data-slot=card]", { has: page.getByRole("heading", { name: "Signatures", exact: true }) });
const form = () => page.getByRole("dialog");
const words = () => form().getByRole("textbox", { name: "Signature" });
/** More than the 2047 bytes that many servers end a signature at. */
const lines = Array.from({ length: 60 }, (_, line) => `Line ${line} of what has to stand under every message.`);

async function look(name: string): Promise<void> {
  await expectNoAxeViolations(page);
  await page.screenshot({ path: join(pictures, `signatures-${name}-desk.png`) });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: "dark" });
  const right = (element: Element) => element.getBoundingClientRect().right;
  for (const part of await page
    .locator("main [data-slot=card], dialog[open] :is(input, [type=submit], [data-slot=signature-words])")
    .all())
    expect(await part.evaluate(right)).toBeLessThanOrEqual(360);
  await expectNoAxeViolations(page);
  await page.screenshot({ path: join(pictures, `signatures-${name}-phone-dark.png`) });
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function choose(email: string, label: string): Promise<void> {
  const saved = page.waitForResponse((answer) => answer.url().includes("webmail.preferences.set") && answer.ok());
  await card().getByLabel(`Under messages from ${email}`).selectOption({ label });
  await saved;
}

async function signatureOfNew(from: string): Promise<string[]> {
  await page.goto(`${origin}/mail/inbox`);
  await page.locator("[data-slot=mail-list]").waitFor();
  await page.keyboard.press("c");
  const composer = page.getByRole("dialog").first();
  await composer.getByLabel("From").selectOption(from);
  const text = composer.getByRole("textbox", { name: "Text of the message" });
  const found = await text.locator(".mail-signature").allInnerTexts();
  await composer.getByRole("button", { name: "Discard" }).click();
  await composer.waitFor({ state: "detached" });
  return found.map((words) => words.trim());
}

test("a signature is written by keyboard alone, with a link, and stands under the address that it was chosen for", async () => {
  const heard = watchConsole(page);
  await page.goto(`${origin}/mail/settings`);
  await card().getByRole("button", { name: "Add signature" }).press("Enter");
  await form().getByLabel("Name").waitFor();
  await page.keyboard.type("Short");
  await words().focus();
  await page.keyboard.press("Control+b");
  await page.keyboard.type("Ana");
  await page.keyboard.press("Control+b");
  await page.keyboard.type(" of Acme");
  await page.keyboard.press("Shift+Home");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("acme.test");
  await page.keyboard.press("Enter");
  expect(await words().locator('a[href="https://acme.test/"]').allInnerTexts()).toEqual(["Ana", " of Acme"]);
  await look("form");
  await form().getByRole("button", { name: "Save" }).press("Enter");
  await page.getByText("Signature saved.").waitFor();
  await choose("ana@acme.test", "Short");
  await look("card");
  expect(await signatureOfNew("ana@acme.test")).toEqual(["Ana of Acme"]);
  expect(await signatureOfNew("sales@acme.test")).toEqual([]);
  heard.expectQuiet();
});

test("a long one is kept to its last word when it is opened again, and changes wherever it stands", async () => {
  await page.goto(`${origin}/mail/settings`);
  await card().getByRole("button", { name: "Add signature" }).click();
  await form().getByLabel("Name").fill("Long");
  await words().fill(lines.join("\n"));
  await form().getByRole("button", { name: "Save" }).click();
  await page.getByText("Signature saved.").waitFor();
  await choose("sales@acme.test", "Long");
  const [stood] = await signatureOfNew("sales@acme.test");
  expect(stood?.split(/\n+/)).toEqual(lines);

  await page.goto(`${origin}/mail/settings`);
  await card().getByRole("button", { name: "Edit Long" }).click();
  await words().locator("text=Line 59").waitFor();
  await words().fill("Sales of Acme");
  await form().getByRole("button", { name: "Save" }).click();
  await page.getByText("Signature saved.").waitFor();
  expect(await signatureOfNew("sales@acme.test")).toEqual(["Sales of Acme"]);
});

test("it is removed only after a question, and messages are written without it from then on", async () => {
  await page.goto(`${origin}/mail/settings`);
  await card().getByRole("button", { name: "Remove Short" }).click();
  await form().getByText("New messages are written without it.").waitFor();
  await look("question");
  await page.keyboard.press("Escape");
  await card().getByText("Short", { exact: true }).first().waitFor();
  await card().getByRole("button", { name: "Remove Short" }).click();
  await form().getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByText("Signature removed.").waitFor();
  await card().getByRole("button", { name: "Remove Short" }).waitFor({ state: "detached" });
  expect(await signatureOfNew("ana@acme.test")).toEqual([]);
  expect(await signatureOfNew("sales@acme.test")).toEqual(["Sales of Acme"]);
});
