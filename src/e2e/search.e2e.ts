import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { createFolder } from "../features/webmail/server/folders/create-folder";
import { getThread } from "../features/webmail/server/get-thread";
import { listMailboxes } from "../features/webmail/server/list-mailboxes";
import { moveMessages } from "../features/webmail/server/move-messages";
import { putMail, testMailboxes, until } from "../features/webmail/server/testing-webmail";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const { services, kv } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana"]);
const { ana } = people;
const start = Date.now() - 3_600_000;
let browser: Browser;
let page: Page;
let origin = "";
let stops: (() => Promise<unknown>)[] = [];

const box = () => page.getByRole("search").locator("input");
const hit = (subject: string) => page.locator("[data-slot=hit]", { hasText: subject });
const suggestion = (name: string) => page.getByRole("option", { name });
const found = (count: string) => page.locator("[data-slot=search-head]").getByText(count).waitFor();
const where = () => new URL(page.url());

async function signIn(into: Page): Promise<void> {
  await into.goto(`${origin}/mail`);
  await into.locator("[name=address]").fill(ana.address);
  await into.locator("[name=password]").fill("a long walk at dusk");
  await into.keyboard.press("Enter");
  await into.locator("[data-slot=thread-row]").first().waitFor();
}

beforeAll(async () => {
  const put = (subject: string, body: string, at: number, keywords: string[] = []) =>
    putMail(ana.ctx, { subject, body, keywords, at: new Date(start - at * 60_000) });
  await put("Budget for the harbour", "The crane costs <b>eleven</b> dollars & a bit.", 1);
  await put("Holiday", "We meet at the harbour, then sail.", 2, ["$seen", "$flagged"]);
  await put("Schöne Grüße", "Vom Müggelsee.", 3, ["$seen"]);
  const gone = await put("Thrown away", "The harbour is closed.", 4);
  await moveMessages(ana.ctx, { messageIds: [gone], to: { role: "trash" } });
  for (let number = 0; number < 70; number++)
    await put(`Report ${number}.`, "Numbers of the quarter.", 10 + number, ["$seen"]);
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  page = await context.newPage();
  await signIn(page);
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

test("what is found comes as one types, with its folder and what was looked for", async () => {
  const console = watchConsole(page);
  await page.keyboard.press("/");
  await page.keyboard.type("harb", { delay: 20 });
  await found("2 conversations found");
  await hit("Holiday").getByText("Inbox").waitFor();
  expect(await hit("Budget").locator("mark").allTextContents()).toEqual(["harbour"]);
  expect(await hit("Holiday").locator("[data-slot=thread-row-preview] mark").allTextContents()).toEqual(["harbour"]);
  await page.keyboard.type("our crane", { delay: 20 });
  await found("1 conversation found");
  expect(await hit("Budget").locator("[data-slot=thread-row-preview]").textContent()).toContain(
    "costs <b>eleven</b> dollars & a bit.",
  );
  await expectNoAxeViolations(page);
  console.expectQuiet();
});

test("a result is there at once after the last key", async () => {
  await box().fill("Report");
  await found("70 conversations found");
  const times: number[] = [];
  for (const number of [11, 22, 33, 44, 55]) {
    await box().fill("Report");
    await found("70 conversations found");
    times.push(
      await page.evaluate(async (text) => {
        const input = document.querySelector<HTMLInputElement>("[data-slot=search-box] input")!;
        const begun = performance.now();
        input.value = text;
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        while (document.querySelectorAll("[data-slot=hit]").length !== 1) await new Promise(requestAnimationFrame);
        return performance.now() - begun;
      }, `Report ${number}`),
    );
  }
  process.stdout.write(`results after the last key: ${times.map((time) => `${Math.round(time)} ms`).join(", ")}\n`);
  expect(times.toSorted((a, b) => a - b)[1]).toBeLessThan(1_000);
});

test("operators are completed from the keyboard, become chips, and go away again one by one", async () => {
  await box().fill("");
  await page.keyboard.type("harbour i");
  await suggestion("is:").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(await box().inputValue()).toBe("harbour is:");
  await page.keyboard.type("fla");
  await suggestion("flagged").waitFor();
  await expectNoAxeViolations(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await found("1 conversation found");
  await hit("Holiday").waitFor();
  await page.getByRole("button", { name: "Remove is:flagged" }).click();
  await found("2 conversations found");
  expect(await box().inputValue()).toBe("harbour");
});

test("where one looks is always said, and can be widened to Trash", async () => {
  await page.getByText("In all mail but Trash and Junk.").waitFor();
  await page.getByRole("button", { name: "Search everywhere" }).click();
  await found("3 conversations found");
  await hit("Thrown away").getByText("Trash").waitFor();
  expect(await page.getByText("In all mail but Trash and Junk.").count()).toBe(0);
  await page.getByRole("button", { name: "Remove in:all" }).click();
  await found("2 conversations found");
});

test("a hit opens beside the others, going back finds them where they were, and the address leads there again", async () => {
  await box().fill("Report");
  await found("70 conversations found");
  const list = page.locator("[data-slot=thread-scroll]");
  await list.evaluate((element) => (element.scrollTop = 1_800));
  await page.waitForFunction(() => document.querySelectorAll("[data-slot=hit]").length > 30);
  const number = await hit("Report 20.").locator("a").getAttribute("href");
  await hit("Report 20.").click();
  await page.locator("[data-slot=reader]").getByText("Numbers of the quarter.").waitFor();
  expect(where().pathname + where().search).toBe(number!);
  expect(where().searchParams.get("q")).toBe("Report");
  await page.keyboard.press("u");
  await page.waitForURL((url) => url.pathname === "/mail/search");
  expect(await list.evaluate((element) => element.scrollTop)).toBeGreaterThan(500);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Report 20.");
  await page.reload();
  await found("70 conversations found");
  expect(await box().inputValue()).toBe("Report");
});

test("what is done with a hit is done, and what goes to Trash is found no more until it is undone", async () => {
  await box().fill("holiday");
  await found("1 conversation found");
  await hit("Holiday").locator("a").focus();
  await page.keyboard.press("#");
  await hit("Holiday").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).click();
  await hit("Holiday").getByText("Inbox").waitFor();
});

test("a conversation that was found goes from every folder that it came to, and back into each", async () => {
  const { ctx } = ana;
  const { mailboxId: vineyard } = await createFolder(ctx, { name: "Vineyard", parentId: null });
  const roleId = async (wanted: string) => (await listMailboxes(ctx)).mailboxes.find(({ role }) => role === wanted)?.id;
  const sent = (await roleId("sent"))!;
  const archive = { role: "archive" } as const;
  const answers = (id: string) => [`In-Reply-To: <${id}@navy.example>`, `References: <${id}@navy.example>`];
  const mail = { subject: "Harvest", keywords: ["$seen"], at: new Date(start) };
  const asked = await putMail(ctx, { ...mail, id: "harvest-1" });
  const answered = await putMail(ctx, { ...mail, subject: "Re: Harvest", headers: answers("harvest-1") });
  const thanked = await putMail(ctx, { ...mail, subject: "Re: Harvest", headers: answers("harvest-1") });
  await moveMessages(ctx, { messageIds: [asked], to: { mailboxId: vineyard } });
  await moveMessages(ctx, { messageIds: [answered], to: { mailboxId: sent } });
  await moveMessages(ctx, { messageIds: [thanked], to: archive });
  await box().fill("harvest");
  await found("1 conversation found");
  await hit("Harvest").click();
  await page.locator("[data-slot=reader]").getByText("Hello.").first().waitFor();
  const threadId = where().pathname.split("/").at(-1)!;
  const places = async () => {
    const messages = await getThread(ctx, { threadId });
    return [asked, answered, thanked].map((id) => messages.find((message) => message.id === id)?.mailboxIds[0]);
  };
  const before = await places();
  expect(new Set(before).size).toBe(3);
  await page.keyboard.press("#");
  const trash = await roleId("trash");
  await until("what came in is in Trash", async () => String(await places()) === String([trash, sent, trash]));
  await page.getByRole("button", { name: "Undo" }).click();
  await until("all are where they were", async () => String(await places()) === String(before));
});

test("leaving the search leaves nothing behind, and what led somewhere is offered again until it is forgotten", async () => {
  await box().fill("holiday");
  await found("1 conversation found");
  await hit("Holiday").click();
  await page.locator("[data-slot=reader]").getByText("We meet at the harbour").waitFor();
  await page.getByRole("button", { name: "Leave the search" }).click();
  await page.waitForURL((url) => url.pathname === "/mail/inbox");
  await page.locator("[data-slot=thread-item]", { hasText: "Budget for the harbour" }).waitFor();
  expect(await box().inputValue()).toBe("");
  await page.keyboard.press("/");
  await suggestion("holiday").click();
  await found("1 conversation found");
  await box().fill("");
  await page.getByRole("button", { name: "Forget recent searches" }).click();
  await suggestion("holiday").waitFor({ state: "detached" });
});

test("nothing that matches says so, with a hint", async () => {
  await box().fill("nosuchwordanywhere");
  await page.getByText("Nothing was found").waitFor();
  await expectNoAxeViolations(page);
});

test("on a phone the box opens over the bar", async () => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    reducedMotion: "reduce",
    hasTouch: true,
  });
  page = await context.newPage();
  const console = watchConsole(page);
  await signIn(page);
  await page.getByRole("search").getByRole("button", { name: "Search mail" }).click();
  const { width } = (await page.getByRole("search").boundingBox())!;
  expect(width).toBeGreaterThan(320);
  await page.keyboard.type("harbour");
  await found("2 conversations found");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await expectNoAxeViolations(page);
  await hit("Holiday").click();
  await page.locator("[data-slot=reader]").getByText("We meet at the harbour").waitFor();
  await page.getByRole("button", { name: "Back", exact: true }).click();
  await found("2 conversations found");
  console.expectQuiet();
});
