import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { corpusRows } from "~/lib/testing-corpora";
import { launchBrowser } from "./browser";
import { attackClasses, classVectors } from "./mail-html-classes";
import { runVectors } from "./mail-html-run";
import { type MailHtmlServer, serveMailHtml } from "./mail-html-server";

setDefaultTimeout(60_000);

type Row = { id: string; html: string; context: string; live?: string[] };
const live = [...corpusRows<Row>("html/vectors.jsonl"), ...corpusRows<Row>("html/leaks.jsonl")].filter(
  (row) => row.context === "body-html" && row.live?.length,
);

let browser: Browser;
let server: MailHtmlServer;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveMailHtml([...classVectors, ...live]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test("unprotected, these messages run scripts and call home, so the test sees what it looks for", async () => {
  const found = await runVectors(browser, server, "none", classVectors);
  expect(found.scripts.length).toBeGreaterThan(3);
  expect(found.requests.length).toBeGreaterThan(20);
});

for (const layer of ["both", "sanitiser", "frame", "pictures"] as const)
  test(`none of the known ways round a sanitiser works (${layer})`, async () => {
    const { scripts, requests, changes } = await runVectors(browser, server, layer, classVectors);
    expect({ scripts, requests, changes }).toEqual({ scripts: [], requests: [], changes: [] });
  });

test("with pictures from the internet let in, only our own server is asked for them", async () => {
  const vectors = live.map(({ id, html }) => ({ id, html }));
  const { scripts, requests, changes, pictures } = await runVectors(browser, server, "pictures", vectors);
  expect({ scripts, requests, changes }).toEqual({ scripts: [], requests: [], changes: [] });
  expect(pictures).toBeGreaterThan(5);
});

test("nothing of them is left that could load, run, cover or post", async () => {
  const page = await browser.newPage();
  await page.goto(`${server.origin}/plain`);
  await page.waitForFunction(() => "mailHtml" in window);
  const left = await page.evaluate((all) => {
    const found: string[] = [];
    for (const [name, htmls] of Object.entries(all))
      for (const html of htmls) {
        const { fragment } = window.mailHtml.sanitiseMail(html);
        for (const element of fragment.querySelectorAll("*")) {
          const text = `${element.localName} ${element.localName === "style" ? element.textContent : ""} ${[
            ...element.attributes,
          ]
            .filter(({ name: attribute }) => attribute !== "data-remote-src" && attribute !== "title")
            .map(({ name: attribute, value }) => `${attribute}=${value}`)
            .join(" ")}`;
          if (
            /^(?:svg|math|form|input|button|iframe|object|embed|link|meta|base|video|audio|source)\b/.test(text) ||
            /leak\.test|javascript:|\bon\w+=|[\s;=]position:|background=|srcset=|\bping=|popover|url\(/i.test(text)
          )
            found.push(`${name}: ${text}`);
        }
      }
    return found;
  }, attackClasses);
  expect(left).toEqual([]);
  await page.close();
});

test("a message in plain text is text, whatever stands in it", async () => {
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${server.origin}/message`);
  await page.waitForFunction(() => "showMessage" in window);
  asked.length = 0;
  const text = `<script>alert(1)</script> https://a.test/"onmouseover="alert(1) ##str_replacement_0## <img src=x onerror=alert(1)>\n> "><svg onload=alert(1)>`;
  await page.evaluate((body) => window.showMessage({ text: body }), text);
  await page.getByText("<script>alert(1)</script>").waitFor();
  expect(
    await page.locator("[data-slot=text-body]").evaluate((body) => body.querySelectorAll("script,img,svg").length),
  ).toBe(0);
  const handlers = await page
    .locator("[data-slot=text-body] *")
    .evaluateAll((all) =>
      all.flatMap(({ attributes }) => [...attributes].map(({ name }) => name)).filter((name) => name.startsWith("on")),
    );
  expect(handlers).toEqual([]);
  expect(asked).toEqual([]);
  await page.close();
});
