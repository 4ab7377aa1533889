import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { trialAccounts } from "../../db/trial-accounts";
import { type AppProcess, freePorts, startApp } from "./app-process";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(120_000);

const root = new URL("../../", import.meta.url).pathname;
const pictures = join(root, ".cache/screenshots");
const [mara] = trialAccounts.people;
let app: AppProcess;
let browser: Browser;
let dataDir: string;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  dataDir = mkdtempSync(join(root, ".cache/pages-"));
  [app, browser] = await Promise.all([freePorts().then((ports) => startApp(dataDir, ports)), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

type Visit = { who: "nobody" | "member" | "mailbox"; open: (page: Page) => Promise<void> };

const at = (path: string, ready: string) => async (page: Page) => {
  await page.goto(app.url + path);
  await page.getByText(ready).first().waitFor();
};

/** A page of the domain that the trial comes with. */
const atDomain = (view: string, ready: string) => async (page: Page) => {
  await at("/admin/domains", trialAccounts.domain)(page);
  await page.getByRole("link", { name: trialAccounts.domain }).first().click();
  await page.getByText("Everything is in place").waitFor();
  if (view) await page.locator(`a[data-slot="tab"][href$="${view}"]`).click();
  await page.getByText(ready).first().waitFor();
};

/** How to get to each page, by the file of its route. */
const visits: Record<string, Visit> = {
  "index.tsx": { who: "nobody", open: at("/", "DNS") },
  "auth/finish.tsx": { who: "nobody", open: at("/auth/finish", "Please begin again") },
  "signup.tsx": { who: "nobody", open: at("/signup", "Password") },
  "confirm.tsx": { who: "nobody", open: at("/confirm", "This link does nothing any more") },
  "forgot.tsx": { who: "nobody", open: at("/forgot", "Mail me a link") },
  "reset.tsx": { who: "nobody", open: at(`/reset#${"t".repeat(43)}`, "Set password") },
  "trial.tsx": { who: "nobody", open: at("/trial", "Mail of this trial") },
  "invite.tsx": { who: "nobody", open: at("/invite", "This invitation does nothing any more") },
  "dns.tsx": { who: "nobody", open: at(`/dns#${"t".repeat(43)}`, "This link does nothing any more") },
  "reopen.tsx": { who: "nobody", open: at("/reopen", "The organisation is closed") },
  "login.tsx": { who: "nobody", open: at("/login", "Password") },
  "second-factor.tsx": { who: "nobody", open: at("/second-factor", "Password") },
  "[...404].tsx": { who: "nobody", open: at("/nothing/here", "This page does not exist") },
  "admin/index.tsx": { who: "member", open: at("/admin", "How your mail stands.") },
  "admin/domains/index.tsx": { who: "member", open: at("/admin/domains", trialAccounts.domain) },
  "admin/domains/[domainId].tsx": { who: "member", open: atDomain("", "Everything is in place") },
  "admin/domains/[domainId]/index.tsx": { who: "member", open: atDomain("", "Everything is in place") },
  "admin/domains/[domainId]/sight.tsx": { who: "member", open: atDomain("/sight", "Who sees it") },
  "admin/domains/[domainId]/dkim.tsx": { who: "member", open: atDomain("/dkim", "Signing keys") },
  "admin/domains/[domainId]/connect.tsx": { who: "member", open: atDomain("/connect", "Set up for me") },
  "admin/domains/[domainId]/history.tsx": { who: "member", open: atDomain("/history", "History") },
  "admin/domains/[domainId]/settings.tsx": { who: "member", open: atDomain("/settings", "Remove") },
  "admin/delivery.tsx": { who: "member", open: at("/admin/delivery", "What became of every message") },
  "admin/analytics.tsx": { who: "member", open: at("/admin/analytics", "Who has the most") },
  "admin/audit.tsx": { who: "member", open: at("/admin/audit", "Mailbox made") },
  "admin/security.tsx": { who: "member", open: at("/admin/security", "Where you are signed in") },
  "admin/team.tsx": { who: "member", open: at("/admin/team", "Invite someone") },
  "admin/settings.tsx": { who: "member", open: at("/admin/settings", "Close this organisation") },
  "admin/users/index.tsx": { who: "member", open: at("/admin/users", mara.address) },
  "admin/users/[userId].tsx": {
    who: "member",
    open: at(`/admin/users/${Bun.randomUUIDv7()}`, "There is no such mailbox user"),
  },
  "admin/users/import.tsx": { who: "member", open: at("/admin/users/import", "Look at the file") },
  "admin/groups/index.tsx": { who: "member", open: at("/admin/groups", "No group yet") },
  "admin/groups/[groupId].tsx": {
    who: "member",
    open: at(`/admin/groups/${Bun.randomUUIDv7()}`, "There is no such group"),
  },
  "admin/webhooks/index.tsx": { who: "member", open: at("/admin/webhooks", "No webhook yet") },
  "admin/webhooks/[webhookId].tsx": {
    who: "member",
    open: at(`/admin/webhooks/${Bun.randomUUIDv7()}`, "There is no such webhook"),
  },
  "admin/api.tsx": { who: "member", open: at("/admin/api", "API tokens") },
  "docs/api.tsx": { who: "nobody", open: at("/docs/api", "/domains/{domainId}/dns-records") },
  "mail/login.tsx": { who: "nobody", open: at("/mail/login", "Password") },
  "mail/forgot.tsx": { who: "nobody", open: at("/mail/forgot", "Mail me a link") },
  "mail/settings.tsx": { who: "mailbox", open: at("/mail/settings", "Where you are signed in") },
  "welcome.tsx": { who: "nobody", open: at("/welcome", "This link does nothing any more") },
  "mail/index.tsx": { who: "mailbox", open: at("/mail", "Night survey") },
  "mail/activity.tsx": { who: "mailbox", open: at("/mail/activity", "Mailbox made") },
  "mail/[mailboxId]/[[threadId]].tsx": {
    who: "mailbox",
    async open(page) {
      await at("/mail", "Field Notes 42")(page);
      await page.getByText("Field Notes 42").first().click();
      await page
        .frameLocator('iframe[title="Content of the message"]')
        .getByText("Signs in the rain")
        .first()
        .waitFor();
    },
  },
};

const layouts = new Set(["admin.tsx"]);

test("every page is looked at", () => {
  const routes = [...new Bun.Glob("**/*.tsx").scanSync({ cwd: join(root, "src/routes") })].filter(
    (file) => !layouts.has(file),
  );
  expect(routes.toSorted()).toEqual(Object.keys(visits).toSorted());
});

async function signIn(context: BrowserContext, who: Visit["who"]): Promise<void> {
  if (who === "nobody") return;
  const { owner } = trialAccounts;
  const [procedure, body] =
    who === "member"
      ? ["auth.signIn", { email: owner.email, password: owner.password }]
      : ["webmail.signIn", { address: mara.address, password: mara.password }];
  const answer = await context.request.post(`${app.url}/api/trpc/${procedure}`, {
    data: body,
    headers: { origin: app.url },
  });
  expect(answer.status()).toBe(200);
}

for (const [width, height] of [
  [1280, 860],
  [360, 740],
] as const)
  for (const colorScheme of ["light", "dark"] as const)
    test(`at ${width} pixels, ${colorScheme}: no serious axe violation, nothing cut off, a quiet console`, async () => {
      for (const who of ["nobody", "member", "mailbox"] as const) {
        const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
        await signIn(context, who);
        const page = await context.newPage();
        const heard = watchConsole(page);
        for (const [file, visit] of Object.entries(visits).filter(([, visit]) => visit.who === who)) {
          await visit.open(page);
          await expectNoAxeViolations(page);
          expect([file, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([file, width]);
          const name = file.replaceAll(/[^a-z0-9]+/gi, "-").replace(/-tsx$/, "");
          await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`) });
        }
        heard.expectQuiet(/404 \(Not Found\)/);
        await context.close();
      }
    });
