import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { corpusRows } from "~/lib/testing-corpora";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";
import type { Layer } from "./mail-html.page";
import { type MailHtmlServer, serveMailHtml } from "./mail-html-server";
import { type Findings, runVectors } from "./mail-html-run";

type Row = { id: string; html: string; context: string; mustNot: string[]; mustKeep?: string[]; live?: string[] };

const hostile = [...corpusRows<Row>("html/vectors.jsonl"), ...corpusRows<Row>("html/leaks.jsonl")].filter(
  ({ context }) => context === "body-html",
);
const live = hostile.filter((row) => row.live?.length);
/** Those that do something when inserted; what they fetch when parsed is seen with the parsed ones. */
const liveInserted = live.filter(
  (row) =>
    row.live?.some((way) => /^(?:exec|click):innerHTML$/.test(way)) ||
    !row.live?.some((way) => way.endsWith(":parsed")),
);
const inert = hostile.filter((row) => !row.live?.length);
const benign = corpusRows<Row>("html/benign.jsonl");

setDefaultTimeout(60_000);

let browser: Browser;
let server: MailHtmlServer;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveMailHtml([...hostile, ...benign]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const bare = (rows: Row[]) => rows.map(({ id, html }) => ({ id, html }));
function report(layer: Layer, { vectors, scripts, requests, seconds }: Findings): void {
  console.log(
    `${layer.padEnd(15)} vectors ${vectors}  scripts ${scripts.length}  requests ${requests.length}  (${seconds.toFixed(1)} s)`,
  );
}

test("without any protection the same vectors run scripts and send requests, so the test sees what it looks for", async () => {
  const found = await runVectors(browser, server, "none", bare(live.filter((_, index) => index % 3 === 0)));
  report("none", found);
  expect(found.scripts.length).toBeGreaterThan(20);
  expect(found.requests.length).toBeGreaterThan(20);
});

const layers = [
  { layer: "both", sentence: "no live vector runs a script or sends a request in the reader", rows: live },
  { layer: "both-shared", sentence: "nor does any other hostile message", rows: inert },
  {
    layer: "sanitiser",
    sentence: "the sanitiser alone stops every live vector, on a page without any policy",
    rows: live,
  },
  {
    layer: "editor",
    sentence: "a message that is quoted in an answer stops there, too, and when the draft is taken up again",
    rows: live,
  },
  {
    layer: "frame",
    sentence: "the frame alone stops every live vector when it is parsed as the frame's document",
    rows: live,
  },
  {
    layer: "frame-inserted",
    sentence: "the frame alone stops every live vector when it is inserted unsanitised",
    rows: liveInserted,
  },
] as const;

for (const { layer, sentence, rows } of layers) {
  test(sentence, async () => {
    const found = await runVectors(browser, server, layer, bare(rows));
    report(layer, found);
    expect(found.scripts).toEqual([]);
    expect(found.requests).toEqual([]);
    expect(found.changes).toEqual([]);
  });
}

async function plainPage(): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${server.origin}/plain`);
  await page.waitForFunction(() => "mailHtml" in window);
  return page;
}

test("what is left of a message holds no element, attribute or address that its vector forbids", async () => {
  const page = await plainPage();
  const broken = await page.evaluate(
    (rows) => {
      const activeData = /^data:\s*(?:text\/html|image\/svg|text\/xml|application\/(?:xhtml|xml))/i;
      const found: string[] = [];
      for (const { id, html, mustNot } of rows) {
        const elements = [...window.mailHtml.sanitiseMail(html).fragment.querySelectorAll("*")];
        const attributes = elements.flatMap((element) => [...element.attributes]);
        const holds: Record<string, (name: string) => boolean> = {
          el: (name) => elements.some((element) => element.localName === name),
          attr: (name) => attributes.some((a) => (name === "on*" ? a.name.startsWith("on") : a.name === name)),
          scheme: (name) =>
            attributes.some(({ value }) =>
              name === "data-html" ? activeData.test(value.trim()) : URL.parse(value)?.protocol === `${name}:`,
            ),
        };
        for (const token of mustNot) {
          const [kind = "", name = ""] = token.split(":");
          if (holds[kind]?.(name)) found.push(`${id} ${token}`);
        }
        for (const { name, value } of attributes)
          if (["id", "name"].includes(name) && !value.startsWith("m-")) found.push(`${id} ${name}=${value}`);
        for (const { localName, namespaceURI } of elements)
          if (namespaceURI !== "http://www.w3.org/1999/xhtml") found.push(`${id} ${localName} of ${namespaceURI}`);
      }
      return found;
    },
    hostile.filter(({ mustNot }) => mustNot.some((token) => /^(?:el|attr|scheme):/.test(token))),
  );
  expect(broken).toEqual([]);
  await page.close();
});

test("an honest message keeps its text, links, colours and layout", async () => {
  const page = await plainPage();
  const rows = [...benign, ...hostile].filter((row) => row.mustKeep?.length);
  const lost = await page.evaluate((kept) => {
    const fold = (text: string) => text.replace(/\s+/g, " ").trim();
    const missing: string[] = [];
    for (const { id, html, mustKeep = [] } of kept) {
      const { fragment } = window.mailHtml.sanitiseMail(html);
      const styles = [...fragment.querySelectorAll("style")].map((style) => style.textContent).join("");
      for (const style of fragment.querySelectorAll("style")) style.remove();
      const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
      const texts: string[] = [];
      while (walker.nextNode()) texts.push(fold(walker.currentNode.textContent ?? ""));
      const joined = [fold(texts.filter(Boolean).join(" ")), fold(fragment.textContent ?? "")];
      const keeps: Record<string, (value: string) => boolean> = {
        text: (value) => joined.some((text) => text.includes(fold(value))),
        link: (value) => {
          const target = value.startsWith("#") ? `#m-${value.slice(1)}` : value;
          return (
            !!fragment.querySelector(`a[href="${target}"]`) &&
            (!value.startsWith("#") || !!fragment.querySelector(target))
          );
        },
        attr: (value) => !!fragment.querySelector(`[${value}]`),
        css: (value) => styles.includes(value),
      };
      for (const wanted of mustKeep) {
        const colon = wanted.indexOf(":");
        if (!keeps[wanted.slice(0, colon)]?.(wanted.slice(colon + 1))) missing.push(`${id} ${wanted}`);
      }
    }
    return missing;
  }, rows);
  console.log(
    `kept            messages ${rows.length}  demands ${rows.flatMap((row) => row.mustKeep ?? []).length}  lost ${lost.length}`,
  );
  expect(lost).toEqual([]);
  await page.close();
});

test("a message made to be slow costs little more than the browser's own parsing of it", async () => {
  const page = await plainPage();
  const slow = hostile.filter(({ mustNot }) => mustNot.some((token) => token.startsWith("timeout:")));
  expect(slow.length).toBeGreaterThan(0);
  for (const { html } of slow) {
    const ms = await page.evaluate((dirty) => {
      const started = performance.now();
      new DOMParser().parseFromString(dirty, "text/html");
      const parsed = performance.now();
      document.body.append(window.mailHtml.sanitiseMail(dirty).fragment);
      document.body.getBoundingClientRect();
      return performance.now() - parsed - (parsed - started);
    }, html);
    expect(ms).toBeLessThan(2000);
  }
  await page.close();
});

test("styles keep what is harmless and lose every way to fetch, cover or escape", async () => {
  const page = await plainPage();
  const style = (css: string) =>
    page.evaluate(
      (text) => window.mailHtml.sanitiseMail(`<style>${text}</style>`).fragment.querySelector("style")?.textContent,
      css,
    );
  expect(await style("p{color:red;margin:0 auto !important}")).toContain("color:red;margin-top:0px !important");
  expect(await style("#a .b>c{width:calc(100% - 2px);background:linear-gradient(red, blue)}")).toStartWith(
    "#m-a .b > c{width:calc(100% - 2px);",
  );
  expect(await style("@media (max-width: 600px){.w{width:100%!important}}")).toBe(
    "@media (max-width: 600px){.w{width:100% !important}}",
  );
  const media = await page.evaluate(
    () =>
      window.mailHtml.sanitiseMail("<style media=print>p{color:red}</style>").fragment.querySelector("style")?.media,
  );
  expect(media).toBe("print");
  for (const lost of [
    "@import 'https://leak.test/a.css';",
    "@font-face{font-family:e;src:url(https://leak.test/f)}",
    "p{position:fixed;top:0;z-index:9;transform:scale(9);height:100vh;animation:a 1s}",
    "p{--u:url(https://leak.test/1)} ",
    "p{color:var(--u, url(https://leak.test/2))}",
    "p{background-image:image-set('https://leak.test/3' 1x)}",
    "p{background-image:\\75\\72\\6C(https://leak.test/4)}",
    "p{list-style-image:url(https://leak.test/5)}",
    "p{cursor:url(https://leak.test/6),auto;content:url(https://leak.test/7);filter:url(https://leak.test/8#f)}",
    "p{width:env(x);color:attr(data-x color)}",
    "@layer a{p{color:red}} @property --x{syntax:'*';inherits:true} @keyframes k{to{opacity:0}}",
  ])
    expect(await style(lost)).toBe("");
  await page.close();
});

const red1px = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

async function messagePage(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(`${server.origin}/message`);
  await page.waitForFunction(() => "showMessage" in window);
  return page;
}
const inFrame = (page: Page) => page.frameLocator("iframe");

test("a message shows its text at once and its HTML when it stands in the frame", async () => {
  const page = await messagePage();
  const watch = watchConsole(page);
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await page.evaluate(() =>
    window.showMessage({ text: "Plain <b>hello</b>, see https://example.org/a.\n> one\n> two\n> three\n> four" }),
  );
  expect(await page.locator("[data-slot=text-body]").innerText()).toContain(
    "Plain <b>hello</b>, see https://example.org/a.",
  );
  expect(await page.locator("a").getAttribute("href")).toBe("https://example.org/a");
  expect(await page.getByText("> three").isVisible()).toBe(false);
  await page.getByText("Quoted text (4 lines)").click();
  expect(await page.getByText("> three").isVisible()).toBe(true);
  await expectNoAxeViolations(page);
  expect(loaded).toEqual([]);
  const rows = Array.from({ length: 60 }, (_, row) => `<p>row ${row}</p>`).join("");
  await page.evaluate((html) => {
    const message = { id: "m", from: [], authentication: null, pictures: "ask" as const };
    window.showMessage({ text: "Plain", html, message });
  }, `<h1>Hello</h1><img src="https://leak.test/1.png" alt="logo">${rows}`);
  await inFrame(page).getByText("row 59").waitFor();
  await page.locator("[data-slot=text-body]").waitFor({ state: "detached" });
  expect(await page.getByText("1 image from the internet is not shown.").isVisible()).toBe(true);
  const heights = await page.evaluate(() => {
    const frame = document.querySelector("iframe") as HTMLIFrameElement;
    return {
      frame: frame.clientHeight,
      content: frame.contentDocument?.querySelector("[data-message]")?.clientHeight ?? 0,
    };
  });
  expect(heights.frame).toBeGreaterThan(1000);
  expect(heights.frame).toBe(heights.content);
  expect(await page.locator("iframe").getAttribute("title")).toBe("Content of the message");
  await expectNoAxeViolations(page);
  watch.expectQuiet();
  await page.close();
});

test("an image that came with the message is shown once it has arrived", async () => {
  const page = await messagePage();
  await page.evaluate(() => window.showMessage({ html: '<img src="cid:logo@mail" alt="logo"><p>with logo</p>' }));
  await inFrame(page).getByText("with logo").waitFor();
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const url = URL.createObjectURL(new Blob([bytes], { type: "image/png" }));
    window.showMessage({
      html: '<img src="cid:logo@mail" alt="logo"><p>with logo</p>',
      cidUrls: new Map([["logo@mail", url]]),
    });
  }, red1px);
  await page.waitForFunction(
    () => document.querySelector("iframe")?.contentDocument?.querySelector("img")?.naturalWidth === 1,
  );
  await page.close();
});

test("a clicked link opens a tab that cannot reach back, and keys pressed in the message reach the page", async () => {
  const page = await messagePage();
  const asked: Record<string, string>[] = [];
  await page.context().route("https://example.org/**", (route) => {
    asked.push(route.request().headers());
    return route.fulfill({ contentType: "text/html", body: "<p>there</p>" });
  });
  await page.evaluate(() =>
    window.showMessage({
      html: '<p><a href="https://example.org/x">go</a> <a href="#end">jump</a></p><p id="end">end</p>',
    }),
  );
  const opened = page.waitForEvent("popup");
  await inFrame(page).getByText("go").click();
  const tab = await opened;
  await tab.waitForLoadState();
  expect(await tab.evaluate(() => [window.opener, document.referrer, location.href])).toEqual([
    null,
    "",
    "https://example.org/x",
  ]);
  expect(asked.map((headers) => headers.referer)).toEqual([undefined]);
  await tab.close();
  await inFrame(page).getByText("jump").click();
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => [window.keysSeen, location.pathname, history.length])).toEqual([
    ["Escape"],
    "/message",
    expect.any(Number),
  ]);
  expect(page.context().pages()).toHaveLength(1);
  await page.close();
});

test("a message without colours follows the dark theme, one with colours keeps light paper", async () => {
  const page = await messagePage();
  const colours = () =>
    page.evaluate(() => {
      const root = document.querySelector("iframe")?.contentDocument?.documentElement as HTMLElement;
      const { color, colorScheme, backgroundColor } = getComputedStyle(root);
      return { color, colorScheme, backgroundColor };
    });
  await page.evaluate(() => {
    document.documentElement.style.cssText = "color-scheme: dark; color: rgb(239, 237, 232)";
    window.showMessage({ html: "<p>plain words</p>" });
  });
  await inFrame(page).getByText("plain words").waitFor();
  expect(await colours()).toEqual({
    color: "rgb(239, 237, 232)",
    colorScheme: "dark",
    backgroundColor: "rgba(0, 0, 0, 0)",
  });
  await page.evaluate(() => void (document.documentElement.style.cssText = "color-scheme: light; color: rgb(1, 2, 3)"));
  await page.waitForFunction(
    () => document.querySelector("iframe")?.contentDocument?.documentElement.style.color === "rgb(1, 2, 3)",
  );
  await page.evaluate(() => {
    document.documentElement.style.cssText = "color-scheme: dark; color: rgb(239, 237, 232)";
    window.showMessage({ html: '<p style="color:#222">coloured words</p>' });
  });
  await inFrame(page).getByText("coloured words").waitFor();
  expect(await colours()).toEqual({
    color: "rgb(0, 0, 0)",
    colorScheme: "light only",
    backgroundColor: "rgb(255, 255, 255)",
  });
  await page.close();
});

test("a message never goes into a frame that the server did not send as the mail frame", async () => {
  const page = await messagePage();
  await page.route("**/mail/frame", (route) => route.fulfill({ status: 302, headers: { location: "/blank" } }));
  await page.evaluate(() => window.showMessage({ text: "the text stays", html: "<p>the html</p>" }));
  await page.locator("iframe").waitFor({ state: "detached" });
  expect(await page.getByText("the text stays").isVisible()).toBe(true);
  await page.close();
});

test("a wide message is drawn small enough to fit; wider than can be read, it scrolls in its frame only, by keys too", async () => {
  const page = await messagePage();
  const show = async (width: number) => {
    await page.evaluate((px) => window.showMessage({ html: `<table width="${px}"><td>wide ${px}</table>` }), width);
    await inFrame(page).getByText(`wide ${width}`).waitFor();
    await page.locator("[data-slot=text-body]").waitFor({ state: "detached" });
    return page.evaluate(() => {
      const root = document.querySelector("iframe")?.contentDocument?.documentElement as HTMLElement;
      root.querySelector<HTMLElement>("[data-message]")?.focus();
      return { page: document.documentElement.scrollWidth, isWider: root.scrollWidth > root.clientWidth };
    });
  };
  expect(await show(600)).toEqual({ page: 360, isWider: false });
  expect(await show(2000)).toEqual({ page: 360, isWider: true });
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.querySelector("iframe")?.contentDocument?.scrollingElement?.scrollLeft);
  await page.close();
});

test("the same message given again stays as it stands", async () => {
  const page = await messagePage();
  const show = () => page.evaluate(() => window.showMessage({ text: "as text", html: "<p>as html</p>" }));
  await show();
  await page.locator("[data-slot=text-body]").waitFor({ state: "detached" });
  await inFrame(page)
    .locator("p")
    .evaluate((shown) => shown.toggleAttribute("data-same"));
  await show();
  expect(await page.locator("[data-slot=text-body]").count()).toBe(0);
  expect(await inFrame(page).locator("p[data-same]").count()).toBe(1);
  await page.close();
});
