import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { jobs } from "../../db/schema";
import { createAnswer } from "../server/http/answer";
import { createStaticFiles } from "../server/http/static-files";
import { mintOperator } from "../server/operator/operator-key";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const { services, kv, owner } = await testServices();
const pictures = new URL("../../.cache/screenshots", import.meta.url).pathname;
const staticFile = createStaticFiles(new URL("../../public", import.meta.url).pathname);
let answer: ReturnType<typeof createAnswer>;
const server = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: (request) => answer(request, "127.0.0.1") });
const url = `http://127.0.0.1:${server.port}`;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  answer = createAnswer({
    ...{ services: { ...services, platform: { ...services.platform, appUrl: url } }, kv, staticFile },
    ...{ renderPage: async () => new Response("page"), floodLimit: { max: 1000, windowSeconds: 60 } },
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server.stop(true);
});

test("the operator enters with a key, sees what was given up, and has it done again by keyboard", async () => {
  const lastError = "EngineError: the mail server did not answer within 10 seconds";
  const key = Bun.randomUUIDv7();
  const payload = { tenantId: key, kind: "mail_user", id: key };
  await owner.insert(jobs).values({ name: "engine.apply", key, payload, state: "dead", lastError });
  for (const [width, height] of [
    [1280, 860],
    [360, 740],
  ] as const)
    for (const colorScheme of ["light", "dark"] as const) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme });
      const page = await context.newPage();
      const heard = watchConsole(page);
      await page.goto(`${url}/operator`);
      await expectNoAxeViolations(page);
      await page.getByLabel("Key").fill(mintOperator(services.secretBox, "key", new Date()));
      await page.keyboard.press("Enter");
      await page.getByText("Something needs a look").waitFor();
      await expectNoAxeViolations(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.screenshot({ path: join(pictures, `operator-${width}-${colorScheme}.png`), fullPage: true });
      heard.expectQuiet();
      await context.close();
    }
  const page = await browser.newPage();
  await page.goto(`${url}/operator`);
  await page.getByLabel("Key").fill(mintOperator(services.secretBox, "key", new Date()));
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Do again: engine.apply" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("1 piece of work is due again.").waitFor();
  await page.getByText("Nothing was given up.").waitFor();
  await page.getByRole("button", { name: "Leave" }).click();
  await page.getByText("For the operator").waitFor();
});
