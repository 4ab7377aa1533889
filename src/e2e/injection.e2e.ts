import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { trialAccounts } from "../../db/trial-accounts";
import { apiClient } from "./api-client";
import { type AppProcess, freePorts, startApp } from "./app-process";
import { launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(180_000);

const root = new URL("../../", import.meta.url).pathname;
const [mara] = trialAccounts.people;
const { owner } = trialAccounts;
const script = `</script><script>alert(1)</script>`;
const hostile = `${script}<!--<img src=x onerror=alert(1)>"'`;
const longWord = "W".repeat(100);
let app: AppProcess;
let browser: Browser;
let dataDir: string;
let domainId: string;
let threadPath: string;

/** Puts hostile text wherever a member or a sender of mail can put any. */
beforeAll(async () => {
  dataDir = mkdtempSync(join(root, ".cache/injection-"));
  [app, browser] = await Promise.all([freePorts().then((ports) => startApp(dataDir, ports)), launchBrowser()]);
  const panel = apiClient(app.url);
  await panel.auth.signIn.mutate({ email: owner.email, password: owner.password });
  await panel.auth.changeName.mutate({ name: hostile });
  await panel.auth.tenant.rename.mutate({ name: hostile });
  const { domains } = await panel.domains.list.query({});
  domainId = domains[0]!.id;
  await panel.domains.update.mutate({ domainId, note: `${hostile}\u2028\u2029` });
  const password = "a long walk at dusk";
  const quotaBytes = 1024 ** 3;
  for (const [localPart, displayName] of Object.entries({ eve: hostile, long: longWord }))
    await panel.users.create.mutate({ domainId, localPart, displayName, password, quotaBytes });
  await panel.auth.tokens.create.mutate({ name: script, holder: "me", scopes: ["users:read"], expiresInDays: 30 });
  await panel.auth.team.invite.mutate({ email: "script@team.example", role: "viewer" });
  const webmail = apiClient(app.url);
  await webmail.webmail.signIn.mutate({ address: mara.address, password: mara.password });
  await webmail.webmail.send.mutate({
    ...{ idempotencyKey: crypto.randomUUID(), to: [mara.address] },
    ...{ subject: `${hostile}\u2028`, text: `${hostile}\u2028` },
  });
  const sent = (await webmail.webmail.overview.query({ role: "sent" })).page.threads[0]!;
  threadPath = `/mail/sent/${sent.threadId}`;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function signedIn(who: "member" | "mailbox", width: number): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const [procedure, data] =
    who === "member"
      ? ["auth.signIn", { email: owner.email, password: owner.password }]
      : ["webmail.signIn", { address: mara.address, password: mara.password }];
  const answer = await context.request.post(`${app.url}/api/trpc/${procedure}`, { data, headers: { origin: app.url } });
  expect(answer.status()).toBe(200);
  return context;
}

const inAddress = encodeURIComponent(hostile);
const visits = () => ({
  member: [
    ...["/admin", "/admin/domains", `/admin/domains/${domainId}`, "/admin/users", "/admin/audit", "/admin/security"],
    ...["/admin/team", "/admin/settings", "/admin/api", "/admin/webhooks", `/admin/users?q=${inAddress}`],
    ...[`/admin/audit?q=${inAddress}`, `/admin/audit?actor=${inAddress}&after=${inAddress}`],
    ...[`/login?next=${inAddress}`, `/signup?next=${inAddress}`],
  ],
  mailbox: ["/mail/inbox", "/mail/sent", threadPath, "/mail/activity", `/mail/login?next=${inAddress}`],
});

for (const who of ["member", "mailbox"] as const)
  test(`V1.2.3 hostile text that was stored runs on no page of a ${who}, nor is any of it tried to run`, async () => {
    const context = await signedIn(who, 1280);
    const ran: string[] = [];
    const page = await context.newPage();
    await page.exposeFunction("ranHere", (where: string) => void ran.push(where));
    await page.addInitScript(() => {
      window.alert = () => void (window as unknown as { ranHere: (where: string) => void }).ranHere(location.href);
    });
    const heard = watchConsole(page);
    for (const path of visits()[who]) {
      await page.goto(app.url + path);
      await page.waitForLoadState("networkidle", { timeout: 3000 }).catch(() => {});
      expect([path, ran]).toEqual([path, []]);
      expect([path, await page.locator("script:not([nonce])").count()]).toEqual([path, 0]);
      expect([path, await page.locator("img[src='x']").count()]).toEqual([path, 0]);
    }
    heard.expectQuiet(/\((?:404|400)|404 \(Not Found\)/);
    await context.close();
  });

test("hostile names are shown as they are, letter by letter", async () => {
  const context = await signedIn("member", 1280);
  const page = await context.newPage();
  await page.goto(`${app.url}/admin/users`);
  await page.getByText(hostile).first().waitFor();
  await context.close();
});

test("a name of one long word widens no page of a phone", async () => {
  const context = await signedIn("member", 360);
  const page = await context.newPage();
  for (const path of visits().member) {
    await page.goto(app.url + path);
    await page.waitForLoadState("networkidle", { timeout: 3000 }).catch(() => {});
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 360]);
  }
  await context.close();
});
