import { expect, test } from "bun:test";
import { textHtml } from "./text-html";

const line = (html: string) => `<div dir="auto">${html}</div>`;

test("plain words stay plain words", () => {
  expect(textHtml("<b>1 & 2</b>\n\n  two  spaces")).toBe(
    line("&lt;b&gt;1 &amp; 2&lt;/b&gt;") + line("<br>") + line("&nbsp; two&nbsp; spaces"),
  );
});

test("what was quoted is a quotation, as deep as it was", () => {
  const quote = '<blockquote type="cite">';
  expect(textHtml("Yes.\n> One\n>> Two\n>\nNo.")).toBe(
    `${line("Yes.")}${quote}${line("One")}${quote}${line("Two")}</blockquote>${line("<br>")}</blockquote>${line("No.")}`,
  );
  expect(textHtml(`${">".repeat(5000)} deep`)).toContain(line("deep"));
});
