import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "./browser";
import { bundlePages } from "./bundle-page";
import type { ComposingHtmlPage } from "./composing-html.page";

setDefaultTimeout(60_000);

declare global {
  interface Window {
    composingHtml: ComposingHtmlPage;
  }
}

let browser: Browser;
let page: Page;
beforeAll(async () => {
  const scripts = await bundlePages(new URL("composing-html.page.ts", import.meta.url).pathname);
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.setContent("<!doctype html><body></body>");
  await page.addScriptTag({ content: scripts.get("composing-html.page.js")!, type: "module" });
  await page.waitForFunction(() => "composingHtml" in window);
});
afterAll(() => browser.close());

const words = (html: string) => page.evaluate((given) => window.composingHtml.htmlText(given), html);
const kept = (html: string) => page.evaluate((given) => window.composingHtml.throughEditor(given), html);

test.each([
  ["<div>One</div><div>Two</div>", "One\nTwo"],
  ["<div>One</div><div><br></div><div>Two</div>", "One\n\nTwo"],
  ["<p>One</p><p>Two</p>", "One\n\nTwo"],
  ["a  b\n c<br>d", "a b c\nd"],
  ["<ul><li>One</li><li>Two<ol><li>Deep</li></ol></li></ul>after", "- One\n- Two\n  1. Deep\n\nafter"],
  ["Hi<blockquote><div>One</div><blockquote>Two</blockquote></blockquote>No", "Hi\n> One\n>> Two\nNo"],
  ['<a href="https://a.test/x">here</a> or <a href="https://a.test/">a.test</a>', "here <https://a.test/x> or a.test"],
  ['<a href="mailto:a@b.test">a@b.test</a>', "a@b.test"],
  ["<pre>a  b\n  c</pre>", "a  b\n  c"],
  ["<table><tr><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>", "A B\nC D"],
  ["<style>x</style><script>y</script>a&nbsp;&nbsp;b<img alt=plan src=x>", "a  bplan"],
  ['Yes.<div class="mail-signature">Ana<br>Acme</div>', "Yes.\n-- \nAna\nAcme"],
  ["", ""],
])("%p reads as plain text as it looks", async (html, text) => expect(await words(html)).toBe(text));

test("pictures of a message stay in it: those that came with it, and those on the internet", async () => {
  const html = '<img src="cid:logo@b" alt="logo"><img src="https://a.test/p.png" width="100" alt="plan">';
  const out = await kept(html);
  expect(out).toContain('src="cid:logo@b"');
  expect(out).toContain('src="https://a.test/p.png"');
});

test("a picture that only counts its readers is not passed on", async () => {
  expect(await kept('a<img src="https://spy.test/p.gif" width="1" height="1" alt="">')).not.toContain("spy.test");
});

test("what a stylesheet says of a message is written into its elements, and names of classes stay behind", async () => {
  const out = await kept(
    '<style>.a { color: red } p.a { color: blue; text-align: center }</style><p class="a fixed" id="i" style="text-align: right">x</p>',
  );
  expect(out).toBe('<p style="text-align: right; color: blue;">x</p>');
});

test("a draft that is opened and saved again and again stays what it is", async () => {
  const html =
    '<div dir="auto">Hi <b>Bea</b> <a href="https://a.test/">there</a></div><div class="mail-signature"><i>Ana</i></div><blockquote type="cite"><p id="m-x"><a href="#x">jump</a><img src="cid:a%20b"></p></blockquote>';
  const once = await kept(html);
  expect(await kept(await kept(once))).toBe(once);
  expect(once).toContain('<div class="mail-signature"><i>Ana</i></div>');
});

test("the signature of a message that is quoted is no signature of the answer", async () => {
  const html = '<p>Hi</p><div class="mail-signature">Bob</div>';
  const quote = await page.evaluate(
    (given) => window.composingHtml.quoteMessage({ html: given, text: null, preview: "" }),
    html,
  );
  expect(quote.html).not.toContain("mail-signature");
  expect(quote.text).toContain("Bob");
});

test("what one wrote oneself is told from what is quoted and signed", async () => {
  const own = (draft: { format: "rich" | "plain"; html: string; text: string }) =>
    page.evaluate((given) => window.composingHtml.ownWords(given), draft);
  const html =
    '<div>Mine</div><div class="mail-signature">Ana</div><div>On 3 May</div><blockquote>attached</blockquote>';
  expect(await own({ format: "rich", html, text: "" })).toBe("Mine\nOn 3 May");
  expect(await own({ format: "plain", html: "", text: "Mine\n> attached\n-- \nAna" })).toBe("Mine");
});

test("another signature takes the place of the one before, between the words and the quotation", async () => {
  const html = '<div dir="auto">Yes.</div><div>Bob wrote:</div><blockquote type="cite">Hello</blockquote>';
  const out = await page.evaluate(
    (given) =>
      window.composingHtml.edited(given, (editor) => {
        editor.setSignature("<b>Ana</b>", true);
        editor.setSignature("<b>Sales</b><script>1</script>", true);
      }),
    html,
  );
  expect(out).toMatch(
    /Yes\.<\/div>.*<div dir="auto" class="mail-signature"><b>Sales<\/b><\/div>.*Bob wrote:<\/div><blockquote/,
  );
  expect(out).not.toContain("Ana");
});
