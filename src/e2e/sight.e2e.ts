import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { type LyingServer, startLyingServer } from "../features/domains/server/dns/testing-lying-server";
import { type LyingWorld, startLyingWorld } from "../features/domains/server/dns/testing-lying-world";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const domain = "sight-journey.org";
const { services, kv } = await testServices();
let world: LyingWorld;
let other: LyingServer;
let browser: Browser;
let page: Page;
let origin: string;
let stops: (() => Promise<unknown>)[] = [];

/** Calls a procedure as the page would. */
async function call(path: string, input: object, cookie = ""): Promise<Response> {
  const headers = { "content-type": "application/json", origin, cookie };
  return fetch(`${origin}/api/trpc/${path}`, { method: "POST", headers, body: JSON.stringify(input) });
}

beforeAll(async () => {
  world = await startLyingWorld();
  other = await startLyingServer({ host: "127.0.0.9", port: world.port });
  const resolvers = [world.resolver, other].map(({ host, port }) => `${host}:${port}`);
  const platform = {
    ...services.platform,
    trialZone: null,
    dnsServers: resolvers.slice(0, 1),
    publicResolvers: resolvers,
  };
  const web = await startWeb(parseEnv({ PORT: "0" }), { ...services, platform }, kv);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => web.stop(500), () => world.stop(), () => other.stop()];
  origin = `http://localhost:${web.port}`;
  const signUp = { company: "Acme", email: "owner@acme.example", password: "a long walk at dusk" };
  const cookies = (await call("auth.signUp", signUp)).headers.getSetCookie().map((text) => Bun.Cookie.parse(text));
  const added = await call(
    "domains.add",
    { name: domain },
    cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
  );
  const { result } = (await added.json()) as { result: { data: { id: string } } };
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await context.addCookies(cookies.map(({ name, value }) => ({ name, value, url: origin })));
  page = await context.newPage();
  await page.goto(`${origin}/admin/domains/${result.data.id}/sight`);
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

const rowOf = (recordId: string) => page.locator(`[data-record="${recordId}"]`);

test("on a phone, each record says who sees it, and why a resolver does not answer", async () => {
  const heard = watchConsole(page);
  other.lie(domain, "MX", { bogus: true, ede: { code: 7, text: "RRSIG ended on Monday" } });
  world.publish(domain, { [domain]: { MX: [`10 ${services.platform.mailHost}`] } });
  world.publish(services.platform.mailHost, { [services.platform.mailHost]: { A: ["192.0.2.1"] } });
  await rowOf("mx.1").getByText("Signatures do not hold").waitFor();
  await rowOf("mx.1").getByText("Every server's answer").click();
  await rowOf("mx.1")
    .getByRole("cell", { name: /signatures have expired.*RRSIG ended on Monday/s })
    .waitFor();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
  await expectNoAxeViolations(page);
  heard.expectQuiet();
});

test("what is published while the page is open shows by itself", async () => {
  await rowOf("dmarc").getByText("Resolvers do not see it").waitFor();
  for (const { zones } of [world.resolver, other])
    zones.set(domain, { ...zones.get(domain), [`_dmarc.${domain}`]: { TXT: ["v=DMARC1; p=none"] } });
  await rowOf("dmarc").getByText("Resolvers see it").waitFor({ timeout: 20_000 });
});

test("looking can be stopped and begun again", async () => {
  await page.getByRole("button", { name: "Stop looking" }).click();
  await page.getByText("Not looking at the moment").waitFor();
  await page.getByRole("button", { name: "Look again" }).click();
  await page.getByRole("button", { name: "Stop looking" }).waitFor();
});
