import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { stagedFiles } from "../../db/schema";
import { password } from "../features/users/server/testing-users";
import { withEngine } from "../features/webmail/server/session-engine";
import { testMailboxes, until } from "../features/webmail/server/testing-webmail";
import { parseEnv } from "../server/env";
import { pruneFiles } from "../server/prune-files";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser } from "./browser";

setDefaultTimeout(90_000);

const { services, kv, owner } = await testServices();
const { people } = await testMailboxes(services, "files.test", ["ana", "bea"]);
const { ana, bea } = people;
const folder = mkdtempSync(join(tmpdir(), "attach-"));
const size = 25_000_000;
let browser: Browser;
let page: Page;
let stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const block = crypto.getRandomValues(new Uint8Array(65_536));
  const large = Buffer.alloc(size);
  for (let at = 0; at < size; at += block.length) large.set(block.subarray(0, Math.min(block.length, size - at)), at);
  await Bun.write(join(folder, "large.bin"), large);
  await Bun.write(join(folder, "too-large.bin"), Buffer.alloc(51_000_000));
  await Bun.write(join(folder, "Grüße.txt"), "Hello.");
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => web.stop(500)];
  services.platform.appUrl = `http://localhost:${web.port}`;
  page = await (await browser.newContext({ viewport: { width: 1200, height: 900 } })).newPage();
  await page.goto(`${services.platform.appUrl}/mail/login`);
  await page.getByLabel("E-mail address").fill(ana.address);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "New message" }).click();
});
afterAll(async () => {
  for (const stop of stops) await stop();
  rmSync(folder, { recursive: true, force: true });
});

const composer = () => page.locator("[data-slot=composer]");
const chips = () => composer().locator("[data-slot=draft-files] li");
const pick = (...names: string[]) =>
  composer()
    .locator("input[name=files]")
    .setInputFiles(names.map((name) => join(folder, name)));

test("a file that the mail server would not take is refused before it is uploaded, with its limit named", async () => {
  await pick("too-large.bin");
  await chips().getByText("which the mail server takes at most").waitFor();
  await expectNoAxeViolations(page);
  await composer().getByRole("button", { name: "Remove too-large.bin" }).click();
  expect(await chips().count()).toBe(0);
});

test("a lost connection is waited for, a file can be stopped on its way, and taken out again", async () => {
  let refused = 0;
  await page.route("**/mail/files?*", (route) => (refused++ < 2 ? route.abort() : route.fallback()));
  await pick("Grüße.txt");
  await until("attached", async () => (await chips().getAttribute("data-state")) === "ready");
  expect(refused).toBeGreaterThanOrEqual(3);
  await page.unroute("**/mail/files?*");
  await composer().getByRole("button", { name: "Remove Grüße.txt" }).click();
  await until("let go", async () => (await owner.$count(stagedFiles)) === 0);

  await page.route("**/mail/files?*", () => undefined);
  await pick("Grüße.txt");
  await chips().locator("progress").waitFor();
  await expectNoAxeViolations(page);
  // A request that is still held when its route goes would be let through.
  const stopped = page.waitForEvent("requestfailed");
  await composer().getByRole("button", { name: "Cancel Grüße.txt" }).click();
  await stopped;
  expect(await chips().count()).toBe(0);
  await page.unroute("**/mail/files?*");
});

test("25 megabytes arrive as they were, and what waited for the message is gone when it has left", async () => {
  await composer().getByLabel("To", { exact: true }).fill(`${bea.address},`);
  await composer().getByLabel("Subject").fill("The film");
  await pick("large.bin");
  await until("attached", async () => (await chips().getAttribute("data-state")) === "ready");
  await composer().locator("[data-slot=save-status][data-state=saved]").waitFor();
  await composer().getByRole("button", { name: "Send", exact: true }).click();
  await composer().waitFor({ state: "detached", timeout: 60_000 });
  const received = () =>
    withEngine(bea.ctx, async (engine) => {
      const { threads } = await engine.threads.list({ mailbox: { role: "inbox" }, limit: 5 });
      return threads[0] ? engine.messages.get(threads[0].messageId) : null;
    });
  for (const end = Date.now() + 45_000; !(await received()) && Date.now() < end;) await Bun.sleep(200);
  const [attachment] = (await received())!.attachments;
  expect(attachment).toMatchObject({ name: "large.bin", size });
  const bytes = await withEngine(bea.ctx, async (engine) =>
    (await engine.blobs.download(attachment!.blobId, "x", "application/octet-stream")).bytes(),
  );
  const original = await Bun.file(join(folder, "large.bin")).bytes();
  expect(Bun.hash(bytes)).toBe(Bun.hash(original));
  const drafts = () =>
    withEngine(ana.ctx, async (engine) => (await engine.threads.list({ mailbox: { role: "drafts" }, limit: 5 })).total);
  await until("no draft is left", async () => (await drafts()) === 0);
  // It could be taken back for some seconds, with its file.
  await until("no file waits", async () => {
    await pruneFiles({ ...services, now: () => new Date(Date.now() + 600_000) });
    return (await owner.$count(stagedFiles)) === 0;
  });
});
