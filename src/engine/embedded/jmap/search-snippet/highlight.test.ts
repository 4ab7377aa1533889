import { expect, test } from "bun:test";
import { highlight } from "./highlight";

test("hits are marked, whole words at a time, whatever their case and accents", () => {
  expect(highlight("The Café opens at nine, cafes close", ["cafe"], false)).toBe(
    "The <mark>Café</mark> opens at nine, <mark>cafes</mark> close",
  );
  expect(highlight("今日は会議があります", ["会議"], false)).toBe("今日は<mark>会議</mark>があります");
  expect(highlight("decaf", ["caf"], false)).toBeNull();
  expect(highlight("nothing here", ["word"], true)).toBeNull();
});

test("the text around a hit is safe to put into a page", () => {
  expect(highlight('<b onclick="x">word</b> & <script>', ["word"], false)).toBe(
    '&lt;b onclick="x"&gt;<mark>word</mark>&lt;/b&gt; &amp; &lt;script&gt;',
  );
  expect(highlight("a <mark> word", ["<mark>"], false)).toBe("a <mark>&lt;mark&gt;</mark> word");
});

test("a long text is cut around its first hit to 255 characters, a subject from its beginning", () => {
  const text = `${"before ".repeat(100)}needle ${"after ".repeat(100)}`;
  const excerpt = highlight(text, ["needle"], false) ?? "";
  expect(excerpt).toContain("<mark>needle</mark>");
  expect(excerpt.replace(/<\/?mark>/g, "").length).toBeLessThanOrEqual(255);
  expect(highlight("Subject with needle", ["needle"], true)).toStartWith("Subject with <mark>");
});
