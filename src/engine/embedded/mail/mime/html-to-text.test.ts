import { expect, test } from "bun:test";
import { htmlToText } from "./html-to-text";

test("the words of a page remain, without styles, scripts, comments and tags", () => {
  const html = `<html><head><title>T</title><style>p{}</style></head><body><!-- no --><p>Gr&uuml;&#223;e &amp; <b>more</b></p>
    <script>alert("x")</script>caf&#xE9;<br>&#0;&#x110000;&unknown;</body></html>`;
  expect(htmlToText(html)).toBe("Grüße & more café &unknown;");
  expect(htmlToText("<head>text of a page whose head never ends")).toBe("text of a page whose head never ends");
  expect(htmlToText("a < b <unfinished")).toBe("a");
});

test("a hostile page takes no longer than its length", () => {
  const start = performance.now();
  for (const part of ["<head>", "<style>", "<!--", "&", "<", "<head></heaa", "<style></style>"])
    htmlToText(part.repeat(80_000));
  expect(performance.now() - start).toBeLessThan(3000);
});
