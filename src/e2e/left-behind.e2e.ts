import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { trialAccounts } from "../../db/trial-accounts";
import { type AppProcess, freePorts, startApp } from "./app-process";
import { launchBrowser } from "./browser";

setDefaultTimeout(120_000);

const root = new URL("../../", import.meta.url).pathname;
const { owner } = trialAccounts;
const [mara] = trialAccounts.people;
let app: AppProcess;
let browser: Browser;
let dataDir: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(root, ".cache/left-behind-"));
  [app, browser] = await Promise.all([freePorts().then((ports) => startApp(dataDir, ports)), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Signs in as the page's own script would, then opens `path`. */
async function open(page: Page, procedure: string, body: object, path: string, ready: string): Promise<void> {
  const headers = { "content-type": "application/json", "sec-fetch-site": "same-origin" };
  const answer = await page.context().request.post(`${app.url}/api/trpc/${procedure}`, { headers, data: body });
  expect(answer.status()).toBe(200);
  await page.goto(app.url + path);
  await page.getByText(ready).first().waitFor();
}
const member = { email: owner.email, password: owner.password };
const mailbox = { address: mara.address, password: mara.password };

/** All that the browser keeps for this origin beside its cookies. */
const kept = (page: Page) =>
  page.evaluate(async () =>
    JSON.stringify({
      ...{ local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie },
      ...{ databases: await indexedDB.databases(), caches: await caches.keys() },
      workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
    }),
  );

test("V14.3.3 nothing of mail or of the panel is kept in the browser, and no token", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await open(page, "auth.signIn", member, "/admin/users", mara.address);
  const panel = await kept(page);
  await open(page, "webmail.signIn", mailbox, "/mail", "Night survey");
  const mail = await kept(page);
  const cookies = (await context.cookies()).filter(({ httpOnly }) => httpOnly);
  expect(cookies.length).toBeGreaterThanOrEqual(4);
  for (const text of [panel, mail]) {
    for (const { name, value } of cookies) expect([name, text.includes(value)]).toEqual([name, false]);
    for (const word of [mara.address, owner.email, "Night survey"])
      expect([word, text.includes(word)]).toEqual([word, false]);
    expect(JSON.parse(text)).toMatchObject({ databases: [], caches: [], workers: 0 });
  }
  await context.close();
});

test("V14.3.1 after signing out the back button shows nothing of what was open, in the panel and in webmail", async () => {
  for (const [procedure, body, path, ready, signOut] of [
    ["auth.signIn", member, "/admin/users", mara.address, "auth.signOut"],
    ["webmail.signIn", mailbox, "/mail", "Night survey", "webmail.signOut"],
  ] as const) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await open(page, procedure, body, path, ready);
    await page.goto(`${app.url}/`);
    const headers = { "content-type": "application/json", "sec-fetch-site": "same-origin" };
    const answer = await context.request.post(`${app.url}/api/trpc/${signOut}`, { headers });
    expect(answer.status()).toBe(200);
    await page.goBack();
    await page.getByLabel("Password", { exact: true }).first().waitFor();
    expect([path, (await page.content()).includes(ready)]).toEqual([path, false]);
    await context.close();
  }
});

test("V13.4.2 the built server shows neither sources nor what developers use", async () => {
  for (const path of [
    "/.git/config",
    "/.env",
    "/package.json",
    "/src/app.tsx",
    "/metrics",
    "/@vite/client",
    "/_server",
    "/.vite/manifest.json",
  ]) {
    const response = await fetch(app.url + path);
    const text = await response.text();
    expect([path, /deftmail-|"dependencies"|\[core\]|import /.test(text) && response.ok]).toEqual([path, false]);
  }
  const page = await (await fetch(`${app.url}/login`)).text();
  const scripts = [...page.matchAll(/\/_build\/assets\/[\w.-]+\.js/g)].map(([path]) => path);
  expect(scripts.length).toBeGreaterThan(0);
  for (const path of scripts) {
    expect([path, (await (await fetch(app.url + path)).text()).includes("sourceMappingURL")]).toEqual([path, false]);
    expect([path, (await fetch(`${app.url}${path}.map`)).headers.get("content-type")]).not.toEqual([
      path,
      "application/json",
    ]);
  }
});
