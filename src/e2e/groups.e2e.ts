import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { trialAccounts } from "../../db/trial-accounts";
import { eventually } from "../lib/testing-eventually";
import { type AppPorts, type AppProcess, freePorts, startApp } from "./app-process";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";
import { startOutsideWorld } from "./outside-world";

setDefaultTimeout(90_000);

const root = new URL("../../", import.meta.url).pathname;
const pictures = join(root, ".cache/screenshots");
const [mara] = trialAccounts.people;
const crew = `crew@${trialAccounts.domain}`;
let ports: AppPorts;
let app: AppProcess;
let world: Awaited<ReturnType<typeof startOutsideWorld>>;
let browser: Browser;
let panel: Page;
let mail: Page;
let dataDir: string;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  dataDir = mkdtempSync(join(root, ".cache/groups-"));
  ports = await freePorts();
  world = await startOutsideWorld({ zoneDir: join(dataDir, "zones"), sinkPort: ports.sink });
  [app, browser] = await Promise.all([startApp(dataDir, ports), launchBrowser()]);
  const { email, password } = trialAccounts.owner;
  panel = await signedIn("auth.signIn", { email, password });
  mail = await signedIn("webmail.signIn", { address: mara.address, password: mara.password });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await world?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function signedIn(procedure: string, data: object): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const answer = await context.request.post(`${app.url}/api/trpc/${procedure}`, { data, headers: { origin: app.url } });
  expect(answer.status()).toBe(200);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

const fromStranger = (subject: string, text = "Read me") => world.send(ports.smtp, { to: crew, subject, text });
const arrivedWith = (subject: string) => world.arrived.filter(({ raw }) => raw.includes(`Subject: ${subject}`));

/** As seen in either scheme and on a phone. */
async function look(name: string): Promise<void> {
  for (const [scheme, width] of [
    ["light", 1280],
    ["dark", 1280],
    ["light", 360],
  ] as const) {
    await panel.emulateMedia({ colorScheme: scheme });
    await panel.setViewportSize({ width, height: 900 });
    await panel.waitForTimeout(300);
    await expectNoAxeViolations(panel);
    expect(await panel.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await panel.screenshot({ path: join(pictures, `groups-${name}-${scheme}-${width}.png`), fullPage: true });
  }
  await panel.emulateMedia({ colorScheme: "light" });
  await panel.setViewportSize({ width: 1280, height: 900 });
}

test("an owner makes a moderated group and adds a colleague and somebody elsewhere", async () => {
  const heard = watchConsole(panel);
  await panel.goto(`${app.url}/admin/groups`);
  await panel.getByText("No group yet").waitFor();
  await look("empty");
  await panel.getByRole("button", { name: "New group" }).first().click();
  await panel.getByLabel("Address").fill("crew");
  await panel.locator("[name=name]").fill("The crew");
  await panel.getByRole("radio", { name: "Members", exact: true }).check();
  await panel.getByRole("checkbox", { name: "Hold every post" }).check();
  await look("create");
  await panel.getByRole("dialog").getByRole("button", { name: "New group" }).click();
  await panel.getByRole("heading", { level: 1, name: crew }).waitFor();
  for (const email of [mara.address, "eva@outside.test"]) {
    await panel.getByLabel("Add a member by address").fill(email);
    await panel.keyboard.press("Enter");
    await panel.getByRole("button", { name: `Remove ${email}` }).waitFor();
  }
  await panel.getByText("Applied", { exact: true }).waitFor();
  await look("members");
  heard.expectQuiet();
});

test("a stranger's mail waits, and appears on the open page by itself", async () => {
  await fromStranger("Buy boats");
  await panel.getByRole("button", { name: "Read Buy boats" }).waitFor();
  await panel.getByText("The sender is no member").first().waitFor();
  await panel.getByText("1 post waits").first().waitFor();
  expect(world.arrived).toEqual([]);
  await look("held");
});

test("released in the browser, it reaches every member once", async () => {
  const heard = watchConsole(panel);
  await panel.getByRole("button", { name: "Read Buy boats" }).click();
  await panel.getByText("Read me").waitFor();
  await look("post");
  await panel.getByRole("button", { name: "Release" }).click();
  await panel.getByText("Nothing waits").waitFor();
  const [arrived] = await eventually(
    async () => arrivedWith("Buy boats"),
    (list) => list.length > 0,
  );
  expect(arrived).toMatchObject({ from: crew, to: ["eva@outside.test"] });
  const raw = String(arrived!.raw);
  for (const field of [`List-Post: <mailto:${crew}>`, "From: Bo Outside <bo@outside.test>", `X-Loop: ${crew}`])
    expect(raw).toContain(field);
  await mail.goto(`${app.url}/mail`);
  await mail.getByText("Buy boats").first().waitFor();
  expect(arrivedWith("Buy boats")).toHaveLength(1);
  heard.expectQuiet();
});

test("rejected with a word, it reaches nobody but its sender with that word", async () => {
  await fromStranger("Sell boats", "The secret offer");
  await panel.getByRole("button", { name: "Read Sell boats" }).click();
  await panel.getByText("The secret offer").waitFor();
  await panel.getByRole("button", { name: "Reject" }).click();
  await panel.getByLabel("Word to the sender").fill("Not here, please.");
  await panel.getByRole("button", { name: "Reject" }).click();
  await panel.getByText("Nothing waits").waitFor();
  const word = await eventually(
    async () => world.arrived.filter(({ to }) => to.includes("bo@outside.test")),
    (list) => list.length > 0,
  );
  expect(word.map(({ from }) => from)).toEqual([crew]);
  expect(Buffer.from(String(word[0]!.raw).split("\r\n\r\n")[1]!, "base64").toString()).toContain("Not here, please.");
  expect(world.arrived.filter(({ raw }) => raw.includes("The secret offer"))).toEqual([]);
  await mail.goto(`${app.url}/mail`);
  await mail.getByText("Buy boats").first().waitFor();
  expect(await mail.getByText("Sell boats").count()).toBe(0);
});

test("a deleted group refuses mail, and comes back as it was", async () => {
  await panel.getByRole("button", { name: "Delete group" }).click();
  await panel.getByRole("dialog").getByRole("button", { name: "Delete group" }).click();
  await panel.getByText("This group is deleted").waitFor();
  await look("deleted");
  const refused = () =>
    fromStranger("Too late").then(
      () => false,
      () => true,
    );
  await eventually(refused, Boolean);
  await panel.getByRole("button", { name: "Bring back" }).click();
  await panel.getByText("This group is deleted").waitFor({ state: "detached" });
  await panel.getByRole("button", { name: `Remove ${mara.address}` }).waitFor();
  await eventually(refused, (isRefused) => !isRefused);
});

test("the list finds it, and a group that is not there is said to be none", async () => {
  await panel.goto(`${app.url}/admin/groups`);
  await panel.getByLabel("Search groups").fill("nothing like it");
  await panel.getByText("No group matches").waitFor();
  await panel.getByLabel("Search groups").fill("cre");
  await panel.getByRole("link", { name: crew }).waitFor();
  await look("list");
  await panel.goto(`${app.url}/admin/groups/${Bun.randomUUIDv7()}`);
  await panel.getByText("There is no such group").first().waitFor();
});
