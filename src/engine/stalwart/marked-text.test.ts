import { expect, test } from "bun:test";
import { toMarkedText } from "./marked-text.ts";

test("what was found is marked, and everything else in a snippet is text", () => {
  expect(toMarkedText("The <mark>caf&eacute; &amp; bar</mark> &lt;b&gt; &#39;x&#x27;")).toEqual([
    { text: "The ", isHit: false },
    { text: "caf&eacute; & bar", isHit: true },
    { text: " <b> 'x'", isHit: false },
  ]);
});

test("a snippet that brings elements of its own is shown letter by letter", () => {
  expect(toMarkedText("<img src=x onerror=alert(1)><mark>a<mark>b</mark>")).toEqual([
    { text: "<img src=x onerror=alert(1)>", isHit: false },
    { text: "a", isHit: true },
    { text: "b", isHit: true },
  ]);
  expect(toMarkedText("&#0;&#9999999;&lt;script&gt;")).toEqual([{ text: "<script>", isHit: false }]);
  expect(toMarkedText("")).toEqual([]);
});
