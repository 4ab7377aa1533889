import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import type { Browser, Page } from "playwright-core";
import { handlers } from "../../jobs/handlers";
import { startWorker } from "../../jobs/start-worker";
import { domains } from "../../db/schema";
import { domainConnectTemplate, publicKeyTexts } from "../features/domains/server/connect/domain-connect/template";
import {
  testConnectKey,
  testDomainConnect,
} from "../features/domains/server/connect/domain-connect/testing-domain-connect";
import { testCloudflare } from "../features/domains/server/connect/testing-cloudflare";
import { usedZone, withCloudflare } from "../features/domains/server/connect/testing-connect";
import { publishZone } from "../features/domains/server/dns/zone-files";
import { resolverOf } from "../features/domains/server/platform-names";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const domain = "connect-journey.test";
const pictures = join(import.meta.dir, "../../.cache/screenshots");
const { services: strict, kv, owner } = await testServices();
const cloudflare = testCloudflare();
const services = withCloudflare(strict, cloudflare);
const connect = testConnectKey("_key1.connect.operator.test");
services.platform.domainConnect = connect;
const provider = testDomainConnect(resolverOf(services.platform));
const { zone, token } = cloudflare.addZone(domain, usedZone(domain));
const held = () =>
  zone.records
    .map(({ name, type, content, proxied, comment }) => [name, type, content, proxied, comment ?? ""].join(" ").trim())
    .toSorted();
const before = held();
let browser: Browser;
let page: Page;
let origin: string;
let domainId: string;
let stops: (() => Promise<unknown>)[] = [];

async function call(path: string, input: object, cookie = ""): Promise<Response> {
  const headers = { "content-type": "application/json", origin, cookie };
  return fetch(`${origin}/api/trpc/${path}`, { method: "POST", headers, body: JSON.stringify(input) });
}

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  const worker = await startWorker(services, handlers);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => web.stop(500), () => worker.stop()];
  origin = `http://localhost:${web.port}`;
  services.platform.appUrl = origin;
  const signUp = { company: "Acme", email: "owner@acme.example", password: "a long walk at dusk" };
  const cookies = (await call("auth.signUp", signUp)).headers.getSetCookie().map((text) => Bun.Cookie.parse(text));
  const jar = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const added = await call("domains.add", { name: domain }, jar);
  domainId = ((await added.json()) as { result: { data: { id: string } } }).result.data.id;
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await context.addCookies(cookies.map(({ name, value }) => ({ name, value, url: origin })));
  page = await context.newPage();
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

/** As it is, in both themes, on a phone and on a desk. */
async function look(name: string): Promise<void> {
  await expectNoAxeViolations(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.screenshot({ path: join(pictures, `connect-${name}-phone.png`), fullPage: true });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoAxeViolations(page);
  await page.screenshot({ path: join(pictures, `connect-${name}-desk-dark.png`), fullPage: true });
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 360, height: 740 });
}

const button = (name: string) => page.getByRole("button", { name, exact: true });

test("a wrong token is refused in words, and what is pasted right shows every change before it is made", async () => {
  const heard = watchConsole(page);
  await page.goto(`${origin}/admin/domains/${domainId}/connect`);
  const field = page.getByLabel("Token", { exact: true });
  await field.fill("a-token-that-nobody-made");
  await button("Show what would change").click();
  await page.getByText("Cloudflare refuses the token").waitFor();
  heard.expectQuiet(/412/);
  await field.fill(token);
  await field.press("Enter");
  await page.getByRole("heading", { name: `What would change in ${domain}` }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("What would change");
  await page.getByText("include:spf.deftmail.test ip4:192.0.2.80 ~all").waitFor();
  await page.getByRole("heading", { name: "Change 2 records" }).waitFor();
  await page.getByRole("heading", { name: "Take out 1 record" }).waitFor();
  expect(await page.content()).not.toContain(token);
  await look("preview");
  heard.expectQuiet(/412/);
});

test("one press changes the zone, the page follows by itself, and another press undoes it", async () => {
  const heard = watchConsole(page);
  await button("Change DNS now").click();
  await page.getByText("DNS was changed", { exact: true }).waitFor();
  expect(zone.records.some(({ content }) => content.includes("deftmail-verify"))).toBe(true);
  expect(zone.records.some(({ content }) => content === "mx.old.test")).toBe(true);
  await look("changed");
  await page.getByLabel("Token of Cloudflare").fill(token);
  await button("Undo").click();
  await page.getByText("The change was undone").waitFor();
  expect(held()).toEqual(before);
  heard.expectQuiet();
});

test("a provider that knows our records publishes them on its own page and sends the reader back", async () => {
  const template = domainConnectTemplate(services.platform, connect);
  provider.templates.set(`${template.providerId}/${template.serviceId}`, template);
  const directory = services.platform.trialZone!.dataDir;
  const txt = (name: string, value: string) => ({ name, type: "TXT" as const, value, ttlSeconds: 5 });
  await publishZone(
    directory,
    "operator.test",
    publicKeyTexts(connect).map((text) => txt(connect.keyHost, text)),
  );
  await publishZone(directory, domain, [txt(`_domainconnect.${domain}`, provider.place)]);
  await page.reload();
  await page.getByRole("link", { name: "Go to Test DNS" }).waitFor();
  await look("link");
  await page.getByRole("link", { name: "Go to Test DNS" }).click();
  await page.getByText("You are back.").waitFor();
  expect(page.url()).toBe(`${origin}/admin/domains/${domainId}/connect`);
  expect(provider.applied.length).toBeGreaterThan(5);
});

test("in German, on a phone, everything fits and can be read", async () => {
  await page.setExtraHTTPHeaders({ "accept-language": "de" });
  await page.reload();
  await page.getByRole("heading", { name: "DNS von hier aus einrichten" }).waitFor();
  await page.getByText("Woher Sie das Token bekommen").click();
  await look("german");
  await page.setExtraHTTPHeaders({ "accept-language": "en" });
});

test("where the DNS is managed elsewhere, no token is asked for", async () => {
  const nameServers = ["ns1.gandi.net", "ns2.gandi.net"];
  await owner.update(domains).set({ nameServers }).where(eq(domains.id, domainId));
  await page.reload();
  await page.getByText("Your DNS is managed at Gandi").waitFor();
  expect(await page.getByLabel("Token", { exact: true }).count()).toBe(0);
});
