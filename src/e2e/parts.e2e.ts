import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { readZip } from "../features/webmail/server/parts/testing-zip";
import { SaveDraft } from "../features/webmail/schema/drafts";
import { saveDraft } from "../features/webmail/server/drafts/save-draft";
import { withEngine } from "../features/webmail/server/session-engine";
import { putMail, testMailboxes } from "../features/webmail/server/testing-webmail";
import { until } from "../lib/testing-until";
import { password } from "../features/users/server/testing-users";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const { services, kv } = await testServices();
const { ana } = (await testMailboxes(services, "acme.test", ["ana"])).people;
let browser: Browser;
let page: Page;
let origin = "";
let stops: (() => Promise<unknown>)[] = [];

const day = 86_400_000;
const words = (count: number) => "and so it went on ".repeat(count);
const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const part = (head: string, body: string) => `--b\r\n${head}\r\n\r\n${body}\r\n`;
const file = (type: string, name: string, encoding = "7bit") =>
  `Content-Type: ${type}\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: ${encoding}`;

/** A correspondence of twelve days; the last message is unread and carries everything. */
async function correspond(): Promise<void> {
  const first = Date.now() - 12 * day;
  for (let at = 0; at < 11; at++)
    await putMail(ana.ctx, {
      subject: at ? "Re: Engine plans" : "Engine plans",
      ...{ id: `plan-${at}`, at: new Date(first + at * day), keywords: ["$seen"], body: `Letter ${at}.` },
      headers: at ? [`References: <plan-0@navy.example>`, `In-Reply-To: <plan-${at - 1}@navy.example>`] : [],
    });
  const html = `<p>See the drawings.</p><div class="gmail_quote">On Monday you wrote:<blockquote>${words(20)}</blockquote></div>`;
  await putMail(ana.ctx, {
    ...{ subject: "Re: Engine plans", id: "plan-11", at: new Date(first + 11 * day) },
    headers: [
      "References: <plan-0@navy.example>",
      'Content-Type: multipart/mixed; boundary="b"',
      `Authentication-Results: ${services.platform.mailHost}; spf=pass smtp.mailfrom=navy.example`,
    ],
    body: [
      part("Content-Type: text/html; charset=utf-8", html),
      part(file("image/png", "wheel.png", "base64"), png),
      part(file("text/plain; charset=windows-1251", "notes.txt", "quoted-printable"), "=CF=F0=E8=E2=E5=F2"),
      part(file("text/html", "page.html"), "<script>document.title='run'</script>"),
      part(file("application/zip", "wheel.png"), "PK"),
      "--b--\r\n",
    ].join(""),
  });
}

beforeAll(async () => {
  await correspond();
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
  page = await (
    await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" })
  ).newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${origin}/mail`);
  await page.locator("[name=address]").fill(ana.address);
  await page.locator("[name=password]").fill(password);
  await page.keyboard.press("Enter");
  await page.locator("[data-slot=thread-row]").first().waitFor();
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

/** The row of the correspondence. */
async function plans() {
  const view = { mailbox: { role: "inbox" }, limit: 50 } as const;
  const { threads } = await withEngine(ana.ctx, (engine) => engine.threads.list(view));
  return threads.find(({ subject }) => subject.endsWith("Engine plans"))!;
}

const dialog = () => page.getByRole("dialog");
const frame = () => page.frameLocator("[data-slot=message][data-open] iframe").last();
const choose = async (name: string) => {
  await page.getByRole("button", { name: "More for this message" }).last().click();
  await page.getByRole("menuitem", { name, exact: true }).click();
};

test("a long conversation shows how it began, how it stands and how much lies between", async () => {
  const console = watchConsole(page);
  await page.locator("[data-slot=thread-row]").first().click();
  await frame().getByText("See the drawings.").waitFor();
  await page.getByText("Grace Hopper, 12 messages").waitFor();
  expect(await page.locator("[data-slot=message]").count()).toBe(3);
  expect(await page.locator("[data-slot=day]").count()).toBe(2);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "9 earlier messages" }).click();
  expect(await page.locator("[data-slot=message]").count()).toBe(12);
  await page.locator("[data-slot=message-head]").nth(4).click();
  await page.getByText("Letter 4.", { exact: true }).last().waitFor();
  console.expectQuiet();
});

test("what is quoted is folded and opens without a script", async () => {
  expect(await frame().getByText("and so it went on").isVisible()).toBe(false);
  await frame().getByText("Quoted text").click();
  await frame().getByText("and so it went on").waitFor();
  expect(await frame().getByText("See the drawings.").isVisible()).toBe(true);
});

/** Opens a message of that HTML; its visible and its folded words are those that are asked for. */
async function expectFolded(subject: string, html: string, isFolded: boolean): Promise<void> {
  await putMail(ana.ctx, { subject, headers: ["Content-Type: text/html; charset=utf-8"], body: html });
  await page.locator("[data-slot=thread-row]").filter({ hasText: subject }).click();
  await page.getByRole("heading", { name: subject }).waitFor();
  await page.locator("[data-slot=message][data-open] iframe").last().waitFor();
  const quoted = frame().getByText("and so it went on").first();
  await quoted.waitFor({ state: "attached" });
  expect([subject, await quoted.isVisible()]).toEqual([subject, !isFolded]);
}

test("quotations are known by how each program writes them, and what is no quotation stays open", async () => {
  const long = `<p>${words(20)}</p>`;
  const head = "<p><b>Von:</b> Bo<br><b>Gesendet:</b> Montag<br><b>An:</b> Ana</p>";
  const outlook = `<p>Agreed.</p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0 0 0">${head}</div>${long}`;
  await expectFolded("From Outlook", outlook, true);
  await expectFolded("From the web", `<p>Agreed.</p><div id="divRplyFwdMsg">${head}</div><div>${long}</div>`, true);
  await expectFolded("From Apple", `<p>Agreed.</p><blockquote type="cite">${long}</blockquote>`, true);
  await expectFolded("Passed on", `<div class="gmail_quote">Forwarded message ${long}</div>`, false);
  await expectFolded("A line of it", '<p>Yes.</p><blockquote type="cite">and so it went on</blockquote>', false);
  await expectFolded("A box", `<p>News</p><div style="border-top:1px solid red">${long}</div>`, false);
  await page.locator("[data-slot=thread-row]").filter({ hasText: "Engine plans" }).click();
  await page.getByRole("button", { name: "9 earlier messages" }).click();
  await page.locator("[data-slot=message-head]").nth(4).click();
});

test("attachments are looked at one after the other by key, and nothing in them runs", async () => {
  const console = watchConsole(page);
  await page.getByRole("button", { name: "Preview wheel.png" }).click();
  const image = dialog().getByRole("img", { name: "wheel.png" });
  await image.waitFor();
  expect(await image.evaluate((element: HTMLImageElement) => element.decode().then(() => element.naturalWidth))).toBe(
    1,
  );
  await dialog().getByText("1 of 3").waitFor();
  await expectNoAxeViolations(page);
  await page.keyboard.press("ArrowRight");
  await dialog().getByText("Привет").waitFor();
  await page.keyboard.press("ArrowRight");
  await dialog().getByText("<script>document.title='run'</script>").waitFor();
  expect(await page.title()).not.toBe("run");
  await page.keyboard.press("Escape");
  await dialog().waitFor({ state: "detached" });
  console.expectQuiet();
});

async function savedBy(press: () => Promise<unknown>): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: await Bun.file(await download.path()).bytes() };
}

test("all attachments are saved as one archive, and the message as the file that it was", async () => {
  const archive = await savedBy(() => page.getByRole("link", { name: "Download all" }).click());
  expect(archive.name).toBe("Re_ Engine plans.zip");
  expect(Object.keys(readZip(archive.bytes))).toEqual(["wheel.png", "notes.txt", "page.html", "wheel (2).png"]);
  const whole = await savedBy(() => choose("Save as file"));
  expect(whole.name).toBe("Re_ Engine plans.eml");
  expect(new TextDecoder().decode(whole.bytes)).toContain("Message-ID: <plan-11@navy.example>");
});

test("headers are explained, and the source is text", async () => {
  const console = watchConsole(page);
  await choose("Show headers");
  await dialog().getByText("May the sending server send for this domain?").waitFor();
  await dialog().getByText("<plan-11@navy.example>").waitFor();
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await choose("Show source");
  await dialog().getByText('Content-Disposition: attachment; filename="page.html"').waitFor();
  await page.keyboard.press("Escape");
  console.expectQuiet();
});

test("a message is printed with its head, opened quotations and nothing of the page around it", async () => {
  const console = watchConsole(page);
  // Headless browsers print nothing: what would be printed is what lies in the frame when it is asked to.
  await page.evaluate(() => {
    const view = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, "contentWindow")!;
    Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", {
      get(this: HTMLIFrameElement) {
        const real = view.get!.call(this) as Window;
        if (this.dataset["slot"] === "print-frame")
          Object.assign(real, { print: () => (document.body.dataset["printed"] = real.document.body.innerText) });
        return real;
      },
    });
  });
  await choose("Print");
  await page.locator("body[data-printed]").waitFor();
  const printed = await page.evaluate(() => document.body.dataset["printed"]!);
  expect(printed).toContain("Re: Engine plans");
  expect(printed).toContain("From: Grace Hopper <grace@navy.example>");
  expect(printed).toContain("See the drawings.");
  expect(printed).toContain("and so it went on");
  expect(printed).toContain("notes.txt");
  expect(printed).not.toContain("New message");
  console.expectQuiet();
});

test("a message is unread again from where one says", async () => {
  await page.locator("[data-slot=message-head]").nth(4).scrollIntoViewIfNeeded();
  await page.getByRole("button", { name: "More for this message" }).first().click();
  await page.getByRole("menuitem", { name: "Mark unread from here" }).click();
  await until(async () => {
    const { threadId } = await plans();
    const messages = await withEngine(ana.ctx, (engine) => engine.threads.get(threadId));
    return messages.filter(({ keywords }) => !keywords.includes("$seen")).length === 8;
  });
  await page.locator("[data-slot=thread-row][data-unread]").first().waitFor();
});

test("a very long message is shown to its end when one asks for it", async () => {
  const line = `${"word ".repeat(15)}\r\n`;
  await putMail(ana.ctx, { subject: "An epic", body: `${line.repeat(15_000)}And that was the end.` });
  await page.getByText("An epic").first().click();
  await page.getByText("Only its beginning is shown").waitFor();
  await page.getByRole("button", { name: "Show all of it" }).click();
  await page.getByText("And that was the end.").waitFor({ state: "attached" });
  await page.goBack();
});

test("a draft lies in its place in the conversation, and is gone on with from there", async () => {
  const answered = await plans();
  const draft = { draftKey: crypto.randomUUID(), writer: crypto.randomUUID(), to: ["grace@navy.example"] };
  await saveDraft(
    ana.ctx,
    SaveDraft.parse({
      ...draft,
      subject: "Re: Engine plans",
      text: "I was about to say",
      replyToId: answered.messageId,
    }),
  );
  await page.goto(`${origin}/mail/inbox/${answered.threadId}`);
  await page.locator("[data-slot=draft-line]").getByText("I was about to say").waitFor();
  await page.getByRole("button", { name: "Continue writing" }).click();
  const text = page.locator("[data-slot=composer] textarea");
  await until(async () => (await text.inputValue()).includes("I was about to say"));
  expect(await page.locator("[data-slot=composer]").count()).toBe(1);
  await page.getByRole("button", { name: "Continue writing" }).click();
  expect(await page.locator("[data-slot=composer]").count()).toBe(1);
});

test("on a phone everything fits, and nothing is out of reach", async () => {
  const phone = await (
    await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      storageState: await page.context().storageState(),
    })
  ).newPage();
  await phone.goto(page.url());
  await phone.getByRole("button", { name: "Preview wheel.png" }).click();
  await phone.getByRole("dialog").getByRole("img", { name: "wheel.png" }).waitFor();
  await phone.getByRole("dialog").getByRole("link", { name: "Download" }).waitFor();
  await expectNoAxeViolations(phone);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await phone.getByRole("dialog").getByRole("button", { name: "Close" }).first().click();
  await phone.getByRole("button", { name: "More for this message" }).last().click();
  await phone.getByRole("menuitem", { name: "Show headers" }).click();
  await phone.getByRole("dialog").getByText("All header lines").waitFor();
  await expectNoAxeViolations(phone);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await phone.context().close();
});
