import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page, Request } from "playwright-core";
import { putMail, testMailboxes } from "../features/webmail/server/testing-webmail";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const { services, kv } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana"]);
const { ctx, address } = people.ana;
const start = Date.UTC(2026, 0, 1);
const mails = 180;
let browser: Browser;
let page: Page;
let origin = "";
let stop = async () => {};

beforeAll(async () => {
  for (let number = 1; number <= mails; number++)
    await putMail(ctx, {
      // The 90th reads from right to left.
      subject: number === 90 ? "=?utf-8?B?2YXYsdit2KjYpw==?=" : `Mail ${number}`,
      at: new Date(start + number * 60_000),
      keywords: [...(number % 9 === 0 ? [] : ["$seen"]), ...(number % 60 === 0 ? ["$flagged"] : [])],
    });
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  origin = `http://localhost:${web.port}`;
  browser = await launchBrowser();
  const size = { viewport: { width: 1200, height: 800 }, reducedMotion: "reduce" } as const;
  page = await (await browser.newContext(size)).newPage();
  stop = async () => {
    await browser.close();
    await web.stop(500);
  };
  await page.goto(`${origin}/mail`);
  await page.locator("[name=address]").fill(address);
  await page.locator("[name=password]").fill("a long walk at dusk");
  await page.keyboard.press("Enter");
  await row("Mail 180").waitFor();
});
afterAll(() => stop());

const rows = () => page.locator("[data-slot=thread-row][data-thread]");
const row = (subject: string) => rows().filter({ has: page.getByText(subject, { exact: true }) });
const scrollTo = (top: number) =>
  page.locator("[data-slot=thread-scroll]").evaluate((element, to) => void (element.scrollTop = to), top);
/** Where a row begins, in pixels from the top of the window. */
const placeOf = async (subject: string) => (await row(subject).boundingBox())!.y;
const focused = () => page.locator(":focus [data-slot=thread-row-subject]");

test("a long list has only what one sees on the page, says how long it is, and each row is where one scrolls to", async () => {
  const console = watchConsole(page);
  expect(await rows().count()).toBeLessThan(40);
  expect(await page.locator("[aria-setsize]").first().getAttribute("aria-setsize")).toBe("180");
  await scrollTo(82 * 100);
  await row("Mail 80").waitFor();
  expect(await rows().count()).toBeLessThan(40);
  expect(await row("Mail 80").locator("xpath=..").getAttribute("aria-posinset")).toBe("101");
  await scrollTo(82 * 85);
  const arabic = row("مرحبا").locator("[data-slot=thread-row-subject]");
  await arabic.waitFor();
  expect(await arabic.evaluate((text) => getComputedStyle(text).direction)).toBe("rtl");
  await scrollTo(82 * 100);
  await row("Mail 78").waitFor();
  console.expectQuiet();
});

test("new mail does not move what one looks at, and is at the top when one goes there", async () => {
  const before = await placeOf("Mail 78");
  await putMail(ctx, { subject: "Fresh", at: new Date(start + 1e9) });
  await page.locator("[aria-setsize='181']").first().waitFor();
  expect(Math.abs((await placeOf("Mail 78")) - before)).toBeLessThan(2);
  await scrollTo(0);
  await row("Fresh").waitFor();
});

test("the keyboard reaches every row: arrows, a page, the end, the beginning", async () => {
  await row("Fresh").focus();
  await page.keyboard.press("ArrowDown");
  expect(await focused().textContent()).toBe("Mail 180");
  await page.keyboard.press("End");
  await becomes(() => focused().textContent(), "Mail 1");
  await page.keyboard.press("ArrowUp");
  expect(await focused().textContent()).toBe("Mail 2");
  await page.keyboard.press("Home");
  await becomes(() => focused().textContent(), "Fresh");
  await page.keyboard.press("PageDown");
  await becomes(async () => (await focused().textContent())?.startsWith("Mail 17"), true);
  // One stop of the tab key, however long the list is.
  expect(await page.locator("[data-slot=thread-row][data-thread]:not([tabindex='-1'])").count()).toBe(1);
});

test("what is archived far down goes at once, and the next row takes its place and the focus", async () => {
  await scrollTo(82 * 60);
  await row("Mail 118").focus();
  const place = await placeOf("Mail 118");
  await page.keyboard.press("e");
  await becomes(() => focused().textContent(), "Mail 117");
  expect(Math.abs((await placeOf("Mail 117")) - place)).toBeLessThan(2);
  await page.locator("[aria-setsize='180']").first().waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.locator("[aria-setsize='181']").first().waitFor();
  await row("Mail 118").waitFor();
});

test("filter and order are in the address, counted and kept while one reads", async () => {
  const unread = page.getByRole("group", { name: "Show" }).getByRole("link", { name: "Unread" });
  await unread.click();
  await page.waitForURL(/\/mail\/inbox\?filter=unread$/);
  await page.locator("[aria-setsize='21']").first().waitFor();
  await page.getByText("21 conversations are shown.").waitFor({ state: "attached" });
  expect(await unread.getAttribute("aria-current")).toBe("true");
  await page.getByRole("button", { name: "Sort and view" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Oldest first" }).click();
  await page.waitForURL(/filter=unread&sort=oldest$/);
  await row("Mail 9").first().waitFor();
  expect(await rows().first().locator("[data-slot=thread-row-subject]").textContent()).toBe("Mail 9");
  await page.reload();
  await row("Mail 18").first().click();
  await page.locator("[data-slot=reader] h2", { hasText: "Mail 18" }).waitFor();
  await page.keyboard.press("u");
  await page.waitForURL(/\/mail\/inbox\?filter=unread&sort=oldest$/);
  await page.getByRole("group", { name: "Show" }).getByRole("link", { name: "Flagged" }).click();
  await page.locator("[aria-setsize='3']").first().waitFor();
  await page.getByRole("group", { name: "Show" }).getByRole("link", { name: "With files" }).click();
  await page.getByText("Nothing matches").waitFor();
  await page.goto(`${origin}/mail/inbox`);
});

test("rows are as high and the thread is where one wants it, at the next visit too", async () => {
  const height = async () => (await rows().nth(1).boundingBox())!.height;
  const choose = async (name: string) => {
    await page.getByRole("button", { name: "Sort and view" }).click();
    const saved = page.waitForResponse(/preferences\.set/);
    await page.getByRole("menuitemcheckbox", { name }).click();
    await saved;
  };
  const high = await height();
  await choose("Compact rows");
  await becomes(async () => (await height()) < high - 20, true);
  await page.reload();
  expect(await height()).toBeLessThan(high - 20);
  await choose("Conversation beside the list");
  await page.locator("[data-pane=single]").waitFor();
  const isRead = page.waitForResponse(/webmail\.setKeyword/);
  await row("Mail 180").click();
  await page.locator("[data-slot=reader] h2", { hasText: "Mail 180" }).waitFor();
  expect(await rows().first().isVisible()).toBe(false);
  await page.getByRole("link", { name: "Next conversation" }).click();
  await page.locator("[data-slot=reader] h2", { hasText: "Mail 179" }).waitFor();
  await page.getByRole("link", { name: "Previous conversation" }).click();
  await page.locator("[data-slot=reader] h2", { hasText: "Mail 180" }).waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Back" }).click();
  await row("Mail 180").waitFor();
  await expectNoAxeViolations(page);
  await isRead;
});

test("one reads on through what is unread, although what was read leaves that list, and comes back to where one was", async () => {
  const heading = (subject: string) => page.locator("[data-slot=reader] h2", { hasText: subject });
  await page.goto(`${origin}/mail/inbox?filter=unread&sort=oldest`);
  await row("Mail 36").click();
  for (const next of ["Mail 45", "Mail 54"]) {
    await page.waitForFunction(() => document.querySelector("[data-slot=beside] [rel=next]")?.hasAttribute("href"));
    await page
      .locator(`[aria-setsize="${next === "Mail 45" ? 18 : 17}"]`)
      .first()
      .waitFor({ state: "attached" });
    await page.keyboard.press("j");
    await heading(next).waitFor();
  }
  await page.goto(`${origin}/mail/inbox`);
  await scrollTo(40 * 95);
  await row("Mail 80").click();
  await heading("Mail 80").waitFor();
  await page.keyboard.press("j");
  await heading("Mail 79").waitFor();
  await page.keyboard.press("u");
  await becomes(() => focused().textContent(), "Mail 79");
});

test("a thread is read while one points at it, and not again when it opens", async () => {
  const asked: string[] = [];
  await page.mouse.move(0, 0);
  await page.goto(`${origin}/mail/inbox`);
  await row("Mail 175").waitFor();
  const id = await row("Mail 175").getAttribute("data-thread");
  const isRead = (url: string) => /webmail\.thread[,?]/.test(url) && decodeURIComponent(url).includes(`"${id}"`);
  const note = (request: Request) => isRead(request.url()) && asked.push(request.url());
  page.on("request", note);
  const point = async () => {
    await page.mouse.move(0, 0);
    await row("Mail 175").hover();
    await Bun.sleep(500);
    return asked.length;
  };
  await becomes(point, 1);
  await row("Mail 175").click();
  await page.getByRole("heading", { name: "Mail 175" }).waitFor();
  await page.locator("[data-slot=message-body]").waitFor();
  expect(asked).toHaveLength(1);
  page.off("request", note);
});

test("on a phone a row is drawn aside to archive or delete it, and nothing is wider than the screen", async () => {
  const phone = await browser.newContext({
    ...{ viewport: { width: 360, height: 700 }, hasTouch: true, isMobile: true, reducedMotion: "reduce" as const },
    storageState: await page.context().storageState(),
  });
  const small = await phone.newPage();
  await small.goto(`${origin}/mail/inbox`);
  const top = small.locator("[data-thread]").filter({ hasText: "Mail 180" });
  await top.waitFor();
  await small.waitForFunction(() => document.querySelector("[data-slot=thread-list]")?.matches("[data-swipes]"));
  expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectNoAxeViolations(small);
  const box = (await top.boundingBox())!;
  const touch = await phone.newCDPSession(small);
  const [x, y] = [box.x + 60, box.y + box.height / 2];
  const send = (type: "touchStart" | "touchMove" | "touchEnd", dx: number) =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x: x + dx, y }] });
  await send("touchStart", 0);
  for (const dx of [15, 60, 120, 190]) await send("touchMove", dx);
  await small.locator("[data-swipe=archive]").waitFor();
  await send("touchEnd", 190);
  await small.getByText("Archived.").waitFor();
  await top.waitFor({ state: "detached" });
});

/** Asks until the answer is the wanted one. */
async function becomes<T>(read: () => Promise<T>, wanted: T): Promise<void> {
  const end = Date.now() + 5_000;
  for (;;) {
    const is = await read().catch(() => undefined);
    if (is === wanted || Date.now() > end) return expect<unknown>(is).toEqual(wanted);
    await Bun.sleep(20);
  }
}
