import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import type { Browser, Page } from "playwright-core";
import { domains } from "../../db/schema";
import { inScope } from "../../db/transaction";
import { rotateKeys } from "../features/domains/server/dkim/rotate-keys";
import { publishInTrial } from "../features/domains/server/publish-in-trial";
import { runDomainJobs } from "../features/domains/server/testing-domains";
import { systemContext } from "../server/context";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const pictures = join(import.meta.dir, "../../.cache/screenshots");
const { services, kv } = await testServices();
services.platform.dkimZone = { name: "keys.deftmail.test", update: null };
let browser: Browser;
let page: Page;
let origin: string;
let domainId: string;
let tenantId: string;
let stops: (() => Promise<unknown>)[] = [];

async function call(path: string, input: object, cookie = ""): Promise<Response> {
  const headers = { "content-type": "application/json", origin, cookie };
  return fetch(`${origin}/api/trpc/${path}`, { method: "POST", headers, body: JSON.stringify(input) });
}

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
  const signUp = { company: "Acme", email: "owner@acme.example", password: "a long walk at dusk" };
  const cookies = (await call("auth.signUp", signUp)).headers.getSetCookie().map((text) => Bun.Cookie.parse(text));
  const jar = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  // Without the zone the domain begins with keys in its own DNS.
  const { dkimZone } = services.platform;
  services.platform.dkimZone = null;
  const added = await call("domains.add", { name: "keys-journey.test" }, jar);
  services.platform.dkimZone = dkimZone;
  domainId = ((await added.json()) as { result: { data: { id: string } } }).result.data.id;
  const [row] = await inScope(services.db, { sweep: true }, (tx) =>
    tx.select({ tenantId: domains.tenantId }).from(domains).where(eq(domains.id, domainId)),
  );
  tenantId = row!.tenantId;
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await context.addCookies(cookies.map(({ name, value }) => ({ name, value, url: origin })));
  page = await context.newPage();
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

/** What the worker does, at a time that many milliseconds from now. */
async function work(ms = 0): Promise<void> {
  const then = { ...services, now: () => new Date(Date.now() + ms) };
  const ctx = systemContext(then, { job: "dkim.rotate" }, tenantId);
  await rotateKeys(ctx, { domainId });
  await runDomainJobs(then, ctx, domainId);
}
const publish = () => publishInTrial(systemContext(services, { job: "publish" }, tenantId), { domainId });
const keyAt = (selector: string) => page.locator(`[data-key="${selector}"]`);
const press = (name: string) => page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

/** As it is, in both themes, on a phone and on a desk. */
async function look(name: string): Promise<void> {
  await expectNoAxeViolations(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.screenshot({ path: join(pictures, `dkim-${name}-phone.png`), fullPage: true });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.screenshot({ path: join(pictures, `dkim-${name}-desk-dark.png`), fullPage: true });
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 360, height: 740 });
}

test("a key that waits shows what to publish, and the page follows by itself when DNS has it", async () => {
  const heard = watchConsole(page);
  await page.goto(`${origin}/admin/domains/${domainId}/dkim`);
  await page.getByText("Your mail is not signed yet").waitFor();
  expect(await keyAt("dm1").textContent()).toContain("k=rsa; p=");
  await look("waiting");
  await publish();
  await work();
  await page.getByText("Your mail is signed", { exact: true }).waitFor();
  await look("well");
  heard.expectQuiet();
});

test("a key is exchanged by a press, a record and some patience", async () => {
  await keyAt("dm1").getByRole("button", { name: "Exchange" }).click();
  await press("Exchange");
  await keyAt("dm2").getByText("Waits for DNS").waitFor();
  await work();
  await look("rotating");
  await publish();
  await work();
  await keyAt("dm2").getByText("It signs once everybody must have seen it").waitFor();
  await work(60_000);
  await keyAt("dm1").getByText("Still verifies").waitFor();
  await keyAt("dm2").getByText("Signs", { exact: true }).first().waitFor();
  await look("relieved");
});

test("a stolen key is replaced at once, and the page says that mail goes unsigned until DNS has the new one", async () => {
  await keyAt("dm2").getByRole("button", { name: "Replace now" }).click();
  await press("Replace now");
  await page.getByText("Your mail is not signed right now").waitFor();
  await keyAt("dm2").getByText("Out of use").first().waitFor();
  await look("stolen");
  await work();
  await publish();
  await work();
  await page.getByText("Your mail is signed", { exact: true }).waitFor();
});

test("where the operator has a zone, the records may lead to it instead", async () => {
  await page.getByRole("button", { name: "Use aliases" }).click();
  await press("Use aliases");
  await page.getByText("Your DNS leads to the keys").waitFor();
  await work();
  await keyAt("dm1").getByText("replace the TXT record by this alias").waitFor();
  await look("aliases");
  await publish();
  await work();
  await keyAt("dm1").getByText("replace the TXT record by this alias").waitFor({ state: "detached" });
});
