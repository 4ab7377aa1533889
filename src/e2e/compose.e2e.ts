import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { addAlias } from "../features/users/server/aliases/add-alias";
import { applyNow } from "../features/users/server/testing-users";
import { addSignature } from "../features/webmail/server/composing/add-signature";
import { setPreferences } from "../features/webmail/server/preferences/set-preferences";
import { putMail, testMailboxes } from "../features/webmail/server/testing-webmail";
import { withEngine } from "../features/webmail/server/session-engine";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { until } from "../lib/testing-until";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const { services, kv } = await testServices();
const { member, domainId, people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ana, bea } = people;
const password = "a long walk at dusk";
let browser: Browser;
let context: BrowserContext;
let mail: Page;
let origin = "";
let stops: (() => Promise<unknown>)[] = [];

const letter = [
  '<style>.big { color: #a00 } body { background: url("https://spy.example/style.png") }</style>',
  '<p class="big fixed" id="x">Shall we say <b>ten</b>?</p><script>window.hurt = true</script>',
  '<img src="https://spy.example/p.png" width="200" height="100" alt="plan" onerror="window.hurt = true">',
].join("");

/** A stylesheet of mail is never applied, and the browser says so while it is parsed for the sanitiser. */
const harmless = /Applying inline style violates/;

beforeAll(async () => {
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
  context = await browser.newContext({ viewport: { width: 1200, height: 900 }, reducedMotion: "reduce" });
  mail = await context.newPage();
  mail.setDefaultTimeout(15_000);
  await addAlias(member, { ...{ userId: ana.userId, domainId, localPart: "sales", note: "" }, isEnabled: true });
  await applyNow(services, member, ana.userId);
  const words = (name: string) => ({ name, html: `<b>${name}</b> of Acme`, text: `${name} of Acme` });
  const [own, sales] = [await addSignature(ana.ctx, words("Ana")), await addSignature(ana.ctx, words("Sales"))];
  await setPreferences(ana.ctx, {
    undoSeconds: 0,
    signatures: { "ana@acme.test": own.id, "sales@acme.test": sales.id },
  });
  await putMail(ana.ctx, {
    ...{ subject: "Tea for Thursday", body: letter },
    headers: ["Content-Type: text/html; charset=utf-8", "Cc: Sales <sales@acme.test>"],
  });
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

const composer = () => mail.getByRole("dialog").first();
const text = () => composer().getByRole("textbox", { name: "Text of the message" });
const chips = () => composer().locator('[data-slot="person-chip"]');
/** The newest message of somebody with that subject. */
async function arrived({ ctx }: typeof ana, subject: string) {
  const find = () =>
    withEngine(ctx, async (engine) => {
      const { threads } = await engine.threads.list({ mailbox: { role: "inbox" }, limit: 50 });
      return threads.find((thread) => thread.subject === subject)?.messageId;
    });
  const id = await until(find);
  return withEngine(ctx, (engine) => engine.messages.get(id));
}

test("a message is written by keyboard alone: recipients by their name, formats by keys, sent by keys", async () => {
  const heard = watchConsole(mail);
  await mail.goto(`${origin}/mail/login`);
  await mail.getByLabel("E-mail address").fill(ana.address);
  await mail.getByLabel("Password", { exact: true }).fill(password);
  await mail.keyboard.press("Enter");
  await mail.getByText("Tea for Thursday").first().waitFor();
  await mail.keyboard.press("c");
  await composer().getByRole("combobox", { name: "To" }).waitFor();
  await mail.keyboard.type("be");
  await mail.getByRole("option", { name: "bea@acme.test" }).waitFor();
  await mail.keyboard.press("Enter");
  await mail.keyboard.type("not an address,");
  expect(await chips().count()).toBe(2);
  await composer().getByText("This is not an e-mail address: not an address").waitFor();
  await expectNoAxeViolations(mail);
  await mail.keyboard.press("Backspace");
  expect(await chips().count()).toBe(1);

  await composer().getByLabel("Subject").focus();
  await mail.keyboard.type("Plan");
  await text().focus();
  await mail.keyboard.type("Hello ");
  await mail.keyboard.press("Control+b");
  await mail.keyboard.type("Bea");
  expect(await composer().getByRole("button", { name: "Bold" }).getAttribute("aria-pressed")).toBe("true");
  await mail.keyboard.press("Control+Enter");
  await mail.getByText("Message sent.").waitFor();
  const { html, text: plain } = await arrived(bea, "Plan");
  expect(html).toMatch(/Hello(?: |&nbsp;)<b>Bea<\/b>/);
  expect(html).toContain("<b>Ana</b> of Acme");
  expect(plain).toMatch(/^Hello Bea\n+-- \nAna of Acme/);
  heard.expectQuiet();
});

test("the next message begins at its recipients too, and closes without a word while nothing was written", async () => {
  await mail.keyboard.press("c");
  const to = composer().getByRole("combobox", { name: "To" });
  await to.waitFor();
  expect(await to.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await text().locator(".mail-signature").innerText()).toBe("Ana of Acme");
  await composer().getByRole("button", { name: "Close" }).click();
  await composer().waitFor({ state: "detached" });
  expect(await mail.getByText("Saved in Drafts").count()).toBe(0);
});

test("an answer quotes the message as it was, and nothing of it runs, is fetched or reaches the page", async () => {
  const heard = watchConsole(mail);
  const asked: string[] = [];
  await context.route("**/*", (route) => {
    asked.push(route.request().url());
    return route.continue();
  });
  await mail.getByText("Tea for Thursday").first().click();
  await mail.getByRole("button", { name: "Reply", exact: true }).first().click();
  await text().waitFor();
  await mail.keyboard.type("Ten is perfect.");
  expect(await text().innerText()).toMatch(/^Ten is perfect\./);
  expect(await text().locator("[class]:not(.mail-signature), style, script, img[src]").count()).toBe(0);
  expect(
    await text()
      .locator("blockquote p")
      .evaluate((element) => getComputedStyle(element).color),
  ).toBe("rgb(170, 0, 0)");
  expect(asked.filter((url) => !url.startsWith(origin))).toEqual([]);
  expect(await mail.evaluate(() => "hurt" in window)).toBe(false);
  await expectNoAxeViolations(mail);
  await context.unroute("**/*");
  heard.expectQuiet(harmless);
});

test("it is answered as the address that it came to, over the signature of that address, and of another one when that is chosen", async () => {
  const from = composer().getByLabel("From");
  expect(await from.inputValue()).toBe("ana@acme.test");
  expect(await text().locator(".mail-signature").innerText()).toBe("Ana of Acme");
  await from.selectOption("sales@acme.test");
  expect(await text().locator(".mail-signature").allInnerTexts()).toEqual(["Sales of Acme"]);
});

test("plain text is a press away, says what is lost, and keeps the words", async () => {
  await composer().getByRole("button", { name: "Plain text" }).click();
  await mail.getByText("Formatting, links and the pictures in the text are lost.").waitFor();
  await mail.getByRole("dialog", { name: "Write in plain text?" }).getByRole("button", { name: "Plain text" }).click();
  const words = await text().inputValue();
  expect(words).toMatch(/^Ten is perfect\.\n+-- \nSales of Acme\n+On .* wrote:\n> Shall we say ten\?/);
  await composer().getByRole("button", { name: "With formatting" }).click();
  expect(await text().locator("blockquote").innerText()).toContain("Shall we say ten?");
});

test("who speaks of an attachment and attaches nothing is asked once", async () => {
  await text().focus();
  await mail.keyboard.press("Control+Home");
  await mail.keyboard.type("The list is attached. ");
  await mail.keyboard.press("Control+Enter");
  const asked = mail.getByRole("dialog", { name: "Send it like this?" });
  await asked.waitFor();
  await expectNoAxeViolations(mail);
  await mail.keyboard.press("Escape");
  await asked.waitFor({ state: "hidden" });
  expect(await text().isVisible()).toBe(true);
});

test("what is pasted loses what could harm, and keeps its formats", async () => {
  await text().focus();
  await mail.keyboard.press("Control+Home");
  await text().evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      "text/html",
      '<p onclick="window.hurt = true" class="fixed">Pasted <i>words</i><script>window.hurt = true</script><img src=x onerror="window.hurt = true"></p>',
    );
    clipboardData.setData("text/plain", "Pasted words");
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await text().locator("i", { hasText: "words" }).waitFor();
  expect(await text().locator("[onclick], [onerror], script, .fixed").count()).toBe(0);
  expect(await mail.evaluate(() => "hurt" in window)).toBe(false);
});

for (const width of [360, 1200])
  for (const colorScheme of ["light", "dark"] as const)
    test(`it can be used on ${width} pixels in ${colorScheme} colours`, async () => {
      const heard = watchConsole(mail);
      await mail.setViewportSize({ width, height: 740 });
      await mail.emulateMedia({ colorScheme });
      await mail.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== "running"));
      await expectNoAxeViolations(mail);
      expect(await mail.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const send = composer().getByRole("button", { name: "Send", exact: true });
      const box = (await send.boundingBox())!;
      expect(box.y + box.height).toBeLessThanOrEqual(740);
      if (process.env.SHOTS)
        await mail.screenshot({ path: `${process.env.SHOTS}/compose-${width}-${colorScheme}.png` });
      heard.expectQuiet();
    });

test("Escape folds it, and nothing is lost", async () => {
  await text().focus();
  await mail.keyboard.press("Escape");
  expect(await text().isVisible()).toBe(false);
  await composer()
    .getByRole("button", { name: /^Re: Tea/ })
    .click();
  expect(await text().innerText()).toContain("The list is attached.");
  await mail.keyboard.press("Control+Enter");
  await mail.getByText("Message sent.").waitFor();
});
