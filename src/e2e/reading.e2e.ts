import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { withLoopback } from "~/features/auth/server/webhooks/testing-webhooks-services";
import { password } from "~/features/users/server/testing-users";
import { putListMail, putVerified } from "~/features/webmail/server/reading/testing-reading";
import { gif } from "~/features/webmail/server/reading/testing-pictures";
import { putMail, testMailboxes } from "~/features/webmail/server/testing-webmail";
import { parseEnv } from "~/server/env";
import { startWeb } from "~/server/start-web";
import { testServices } from "~/server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const { services: real, kv } = await testServices();
const services = withLoopback(real);
const { ana } = (await testMailboxes(services, "acme.test", ["ana"])).people;

const asked: { path: string; headers: Record<string, string> }[] = [];
const pictures = Bun.serve({
  ...{ hostname: "127.0.0.1", port: 0 },
  fetch(request) {
    const { pathname } = new URL(request.url);
    asked.push({ path: pathname, headers: Object.fromEntries(request.headers) });
    return pathname === "/gone.gif" ? new Response("", { status: 404 }) : new Response(new Uint8Array(gif));
  },
});
const at = (path: string) => `http://127.0.0.1:${pictures.port}${path}`;
const html = (body: string) => ({ headers: ["Content-Type: text/html; charset=utf-8"], body });

let browser: Browser;
let page: Page;
let origin: string;
let stops: (() => Promise<unknown>)[] = [];
/** Addresses that the browser asked for anywhere but at our own server. */
const strangers: string[] = [];

beforeAll(async () => {
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => web.stop(500), () => pictures.stop(true)];
  origin = `http://localhost:${web.port}`;
  services.platform.appUrl = origin;
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  await context.route("**", (route) => {
    const url = route.request().url();
    if (url.startsWith(origin) || url.startsWith("blob:")) return route.continue();
    strangers.push(url);
    return route.abort();
  });
  page = await context.newPage();
  await page.goto(`${origin}/mail/login`);
  await page.getByLabel("E-mail address").fill(ana.address);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`${origin}/mail/inbox`);
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

const inMessage = () => page.frameLocator("iframe");
const open = async (subject: string, words: string) => {
  await page.goto(`${origin}/mail`);
  await page.getByText(subject, { exact: true }).first().click();
  await inMessage().getByText(words).waitFor();
};
const seen = () =>
  page.evaluate(() =>
    [...document.querySelector("iframe")!.contentDocument!.images].map(({ naturalWidth, src }) => [
      naturalWidth,
      src.slice(0, 5),
    ]),
  );
const paths = () => asked.map(({ path }) => path).toSorted();

test("pictures from the internet wait; shown once, they come through our own server, and those that count never do", async () => {
  const watch = watchConsole(page);
  await putVerified(ana.ctx, {
    subject: "Autumn news",
    ...{
      body: html(`<p>Leaves</p><img src="${at("/a.gif")}" width=40 height=40><img src="${at("/b.gif")}" srcset="${at("/c.gif")} 2x">
      <img src="${at("/count.gif")}" width=1 height=1><div style="background-image:url(${at("/d.gif")})">x</div>`).body,
    },
    headers: html("").headers,
  });
  await open("Autumn news", "Leaves");
  await page.getByText("2 images from the internet are not shown.").waitFor();
  await page.getByText("1 tracker blocked.").waitFor();
  await page.getByText("Verified: navy.example").waitFor();
  expect(asked).toEqual([]);
  await expectNoAxeViolations(page);
  const answered = page.waitForResponse((response) => response.url().includes("/mail/pictures/"));
  await page.getByRole("button", { name: "Show once" }).click();
  expect(await (await answered).allHeaders()).toMatchObject({
    ...{ "content-type": "image/gif", "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" },
    "cache-control": "private, max-age=300",
    "content-security-policy": expect.stringContaining("sandbox"),
    "cross-origin-resource-policy": "same-origin",
  });
  await page.waitForFunction(() => document.querySelector("iframe")!.contentDocument!.images[1]!.naturalWidth === 1);
  expect((await seen()).slice(0, 2)).toEqual([
    [1, "blob:"],
    [1, "blob:"],
  ]);
  expect(paths()).toEqual(["/a.gif", "/b.gif"]);
  for (const { headers } of asked) expect(headers).not.toContainKeys(["cookie", "referer", "origin"]);
  expect(strangers).toEqual([]);
  watch.expectQuiet();
});

test("whose pictures are always wanted is asked about no more, until the reader says otherwise", async () => {
  asked.length = 0;
  await open("Autumn news", "Leaves");
  await page.getByText("2 images from the internet are not shown.").waitFor();
  expect(asked).toEqual([]);
  await page.getByRole("button", { name: "Always for this sender" }).click();
  await page.getByText("Images of this sender are always shown.").waitFor();
  asked.length = 0;
  await page.goto(page.url());
  await page.waitForFunction(() => document.querySelector("iframe")?.contentDocument?.images[1]?.naturalWidth === 1);
  expect(paths()).toEqual(["/a.gif", "/b.gif"]);
  await page.getByRole("button", { name: "Ask again for this sender" }).click();
  await page.getByText("Images of this sender will wait for you again.").waitFor();
  await page.goto(page.url());
  await page.getByText("2 images from the internet are not shown.").waitFor();
});

test("of a sender who is not proven pictures can be seen once only, and one that is gone is said to be", async () => {
  await putMail(ana.ctx, {
    subject: "From nobody",
    ...html(`<p>Hm</p><img src="${at("/gone.gif")}"><img src="${at("/a.gif")}">`),
  });
  await open("From nobody", "Hm");
  await page.getByRole("button", { name: "Show once" }).waitFor();
  expect(await page.getByRole("button", { name: "Always for this sender" }).count()).toBe(0);
  expect(await page.getByText("Verified:").count()).toBe(0);
  await page.getByRole("button", { name: "Show once" }).click();
  await page.getByText("1 image could not be had.").waitFor();
});

test("a message that pretends is met with one notice, the worst first", async () => {
  await putMail(ana.ctx, {
    subject: "Your invoice",
    ...html(`<p>Pay <a href="https://evil.example/x">https://bank.example/</a></p>`),
    headers: [
      "Reply-To: a@evil.example",
      "Content-Type: text/html; charset=utf-8",
      `Authentication-Results: ${services.platform.mailHost}; dmarc=fail header.from=navy.example`,
    ],
  });
  await open("Your invoice", "Pay");
  await page.getByText("Not verified: navy.example").waitFor();
  await inMessage().getByText("[evil.example]").waitFor();
  const notice = page.locator('[data-slot="message-content"] [data-slot="notice"]');
  expect(await notice.locator("strong").innerText()).toBe("A link leads elsewhere than it says: to evil.example");
  expect(await notice.locator("p").allInnerTexts()).toEqual(["Your reply would go to another domain: evil.example"]);
  await expectNoAxeViolations(page);
});

test("the first message of somebody is said to be one", async () => {
  const from = "Zoe <zoe@new.example>";
  await putMail(ana.ctx, {
    subject: "Nice to meet you",
    from,
    at: new Date(Date.now() - 60_000),
    ...html("<p>Hi</p>"),
  });
  await open("Nice to meet you", "Hi");
  await page.getByText("First message from this sender").waitFor();
  await expectNoAxeViolations(page);
});

test("a list is left after a question, and the reader is told what came of it", async () => {
  await putListMail(ana.ctx, "https://127.0.0.1:9/leave");
  await page.goto(`${origin}/mail`);
  await page.getByText("News", { exact: true }).first().click();
  await page.getByRole("button", { name: "Unsubscribe" }).click();
  await page.getByText("We ask 127.0.0.1 on your behalf").waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole("dialog").getByRole("button", { name: "Unsubscribe" }).click();
  await page.getByText("127.0.0.1 could not be reached safely.").waitFor();
});

test("where a list is left by a message, the message is prepared", async () => {
  await putVerified(ana.ctx, {
    subject: "Old list",
    headers: ["List-Unsubscribe: <mailto:leave@navy.example?subject=Leave>"],
  });
  await page.goto(`${origin}/mail`);
  await page.getByText("Old list", { exact: true }).first().click();
  await page.getByRole("button", { name: "Unsubscribe" }).click();
  await page.getByRole("button", { name: "Prepare the message" }).click();
  await page.getByText("leave@navy.example").last().waitFor();
});

test("in the dark a message with colours of its own stays on light paper, or is turned dark when its reader likes", async () => {
  await putMail(ana.ctx, { subject: "On paper", ...html('<p style="color:#222;background:#fff">ink</p>') });
  await page.emulateMedia({ colorScheme: "dark" });
  await open("On paper", "ink");
  const filter = () =>
    page.evaluate(() => getComputedStyle(document.querySelector("iframe")!.contentDocument!.documentElement).filter);
  expect(await filter()).toBe("none");
  await page.getByRole("button", { name: "Turn the message dark" }).click();
  expect(await filter()).toContain("invert");
  await open("On paper", "ink");
  expect(await filter()).toContain("invert");
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Show the message's own colours" }).click();
  expect(await filter()).toBe("none");
  await page.emulateMedia({ colorScheme: "light" });
  await page.getByRole("button", { name: "Turn the message dark" }).waitFor({ state: "detached" });
});

test("on a phone all of it fits", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open("Autumn news", "Leaves");
  await page.getByRole("button", { name: "Show once" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(strangers).toEqual([]);
});
