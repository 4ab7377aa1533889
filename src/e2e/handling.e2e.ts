import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { listThreads } from "../features/webmail/server/list-threads";
import { putMail, testMailboxes } from "../features/webmail/server/testing-webmail";
import { until } from "../lib/testing-until";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const { services, kv } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana"]);
const { ana } = people;
const count = 64;
const start = Date.now() - 3_600_000;
let browser: Browser;
let page: Page;
let origin = "";
let stops: (() => Promise<unknown>)[] = [];

const total = async (role: "inbox" | "archive" | "trash") => (await listThreads(ana.ctx, { role, limit: 1 })).total;
const row = (number: number) => page.locator("[data-slot=thread-item]", { hasText: `Mail ${number}.` });
const bar = () => page.getByRole("group", { name: "What to do with the selected conversations" });
const dialog = () => page.getByRole("dialog");
const folders = () => page.getByRole("navigation", { name: "Folders" });
const said = (text: string) => page.locator("[data-slot=toast]", { hasText: text }).waitFor();
async function choose(number: number, modifiers?: "Shift"[]) {
  await row(number).hover();
  await row(number)
    .getByRole("checkbox")
    .click({ modifiers: modifiers ?? [] });
}

beforeAll(async () => {
  for (let number = 0; number < count; number++)
    await putMail(ana.ctx, { subject: `Mail ${number}.`, at: new Date(start - number * 1000) });
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, reducedMotion: "reduce" });
  page = await context.newPage();
  await page.goto(`${origin}/mail`);
  await page.locator("[name=address]").fill(ana.address);
  await page.locator("[name=password]").fill("a long walk at dusk");
  await page.keyboard.press("Enter");
  await row(0).waitFor();
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

test("a folder is made, and a name that is taken is said so", async () => {
  const console = watchConsole(page);
  const make = async () => {
    await page.getByRole("button", { name: "New folder" }).click();
    await dialog().getByLabel("Name").fill("Bills");
    await page.keyboard.press("Enter");
  };
  await make();
  await folders().getByRole("link", { name: "Bills" }).waitFor();
  await dialog().waitFor({ state: "detached" });
  console.expectQuiet();
  await make();
  await dialog().getByText("There is a folder of this name already.").waitFor();
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await dialog().waitFor({ state: "detached" });
});

test("three conversations are chosen with Shift, moved at once, and brought back", async () => {
  await choose(0);
  await choose(2, ["Shift"]);
  await bar().getByText("3 selected").waitFor();
  await expectNoAxeViolations(page);
  await bar().getByRole("button", { name: "Move to folder" }).click();
  await dialog().getByRole("combobox").fill("bil");
  await expectNoAxeViolations(page);
  await page.keyboard.press("Enter");
  await said("3 conversations moved to Bills.");
  expect(await row(1).count()).toBe(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await row(1).waitFor();
  await until(async () => (await total("inbox")) === count);
});

test("a conversation is dragged onto a folder", async () => {
  await row(5)
    .locator("a")
    .dragTo(folders().getByRole("link", { name: "Bills" }));
  await said("Moved to Bills.");
  await row(5).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).last().click();
  await row(5).waitFor();
});

test("Ctrl and a press choose a row, and Escape lets go of it", async () => {
  await row(3)
    .locator("a")
    .click({ modifiers: ["Control"] });
  await bar().getByText("1 selected").waitFor();
  expect(page.url()).toBe(`${origin}/mail/inbox`);
  await putMail(ana.ctx, { subject: "Comes in between" });
  await page.locator("[data-slot=thread-item]", { hasText: "Comes in between" }).waitFor();
  await bar().getByText("1 selected").waitFor();
  await page.keyboard.press("Escape");
  await bar().waitFor({ state: "detached" });
});

test("what the server never hears of goes at once and comes back, with a sentence", async () => {
  await page.route(/webmail\.move/, async (route) => {
    await Bun.sleep(1000);
    await route.abort();
  });
  await choose(4);
  await bar().getByRole("button", { name: "Archive" }).click();
  await row(4).waitFor({ state: "detached" });
  await said("The server could not be reached.");
  await row(4).waitFor();
  await page.unroute(/webmail\.move/);
  expect(await total("inbox")).toBe(count + 1);
});

test("a label is made where it is needed, stands in the row and narrows the list", async () => {
  await choose(1);
  await bar().getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Labels" }).click();
  await dialog().getByRole("combobox").fill("Tax");
  await page.keyboard.press("Enter");
  await said("Labelled Tax.");
  await page.keyboard.press("Escape");
  await row(1).getByText("Tax").waitFor();
  await folders().getByRole("link", { name: "Tax" }).click();
  await row(0).waitFor({ state: "detached" });
  expect(await page.locator("[data-slot=thread-item]").count()).toBe(1);
  await expectNoAxeViolations(page);
  await folders().getByRole("link", { name: "Inbox" }).click();
  await row(0).waitFor();
});

test("what is in the trash is destroyed only when its number was named and agreed to", async () => {
  await choose(0);
  await bar().getByRole("button", { name: "Delete" }).click();
  await said("Moved to trash.");
  await until(async () => (await total("trash")) === 1);
  await folders().getByRole("button", { name: "Folder Trash: actions" }).click();
  await page.getByRole("menuitem", { name: "Empty trash" }).click();
  await dialog().getByRole("heading", { name: "Delete 1 conversation for ever?" }).waitFor();
  await expectNoAxeViolations(page);
  await dialog().getByRole("button", { name: "Cancel" }).click();
  expect(await total("trash")).toBe(1);
  await folders().getByRole("button", { name: "Folder Trash: actions" }).click();
  await page.getByRole("menuitem", { name: "Empty trash" }).click();
  await dialog().getByRole("button", { name: "Delete for ever" }).click();
  await said("Done with 1 conversation.");
  expect(await total("trash")).toBe(0);
});

test("a folder is renamed, and deleted once it is said what goes to the trash with it", async () => {
  await row(7)
    .locator("a")
    .dragTo(folders().getByRole("link", { name: "Bills" }));
  await said("Moved to Bills.");
  const act = async (folder: string, name: string) => {
    await folders()
      .getByRole("button", { name: `Folder ${folder}: actions` })
      .click();
    await page.getByRole("menuitem", { name, exact: true }).click();
  };
  await act("Bills", "New folder inside");
  await dialog().getByLabel("Name").fill("2026");
  await page.keyboard.press("Enter");
  await folders().getByRole("link", { name: "2026" }).waitFor();
  await folders().getByRole("button", { name: "Folders inside Bills" }).click();
  await folders().getByRole("link", { name: "2026" }).waitFor({ state: "detached" });
  await act("Bills", "Rename folder");
  await dialog().getByLabel("Name").fill("Invoices");
  await page.keyboard.press("Enter");
  await folders().getByRole("link", { name: "Invoices" }).waitFor();
  await act("Invoices", "Delete folder");
  await dialog().getByText("The folder inside it goes too.").waitFor();
  await dialog().getByText("1 conversation moves to the trash.").waitFor();
  await dialog().getByRole("button", { name: "Delete folder" }).click();
  await said("Folder Invoices deleted.");
  await folders().getByRole("link", { name: "Invoices" }).waitFor({ state: "detached" });
  expect(await total("trash")).toBe(1);
});

test("a finger that rests on a row chooses it, and taps choose more", async () => {
  const press = (number: number) =>
    row(number)
      .locator("a")
      .evaluate(async (link) => {
        const point = {
          bubbles: true,
          cancelable: true,
          pointerType: "touch",
          isPrimary: true,
          clientX: 5,
          clientY: 5,
        };
        link.dispatchEvent(new PointerEvent("pointerdown", point));
        await new Promise((resolve) => setTimeout(resolve, 600));
        link.dispatchEvent(new PointerEvent("pointerup", point));
        link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      });
  await press(2);
  await bar().getByText("1 selected").waitFor();
  await row(3)
    .locator("a")
    .evaluate((link) => {
      const point = { bubbles: true, cancelable: true, pointerType: "touch", isPrimary: true };
      for (const type of ["pointerdown", "pointerup"]) link.dispatchEvent(new PointerEvent(type, point));
      link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    });
  await bar().getByText("2 selected").waitFor();
  expect(page.url()).toBe(`${origin}/mail/inbox`);
  await bar().getByRole("button", { name: "Select none" }).click();
});

test("all that match are archived, also those that were never on the page, into a folder that was not there", async () => {
  await page.getByRole("checkbox", { name: "Select all conversations" }).click();
  await page.getByRole("button", { name: `Select all ${count - 1} conversations in Inbox` }).click();
  await bar().getByRole("button", { name: "Archive" }).click();
  await dialog()
    .getByRole("heading", { name: `Move ${count - 1} conversations to Archive?` })
    .waitFor();
  await dialog().getByText("there is no undo").waitFor();
  await dialog().getByRole("button", { name: "Move" }).click();
  await said(`Done with ${count - 1} conversations.`);
  await page.getByText("Nothing here").waitFor();
  expect([await total("inbox"), await total("archive")]).toEqual([0, count - 1]);
});

test("on a phone the same is there, and nothing is out of reach", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${origin}/mail/archive`);
  await row(5).waitFor();
  await page.getByRole("checkbox", { name: "Select all conversations" }).click();
  await bar().waitFor();
  await expectNoAxeViolations(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide).toBe(false);
  await bar().getByRole("button", { name: "Move to inbox" }).click();
  await said("conversations moved to inbox.");
});
