import { expect, test } from "bun:test";
import { corpusRows } from "~/lib/testing-corpora";
import { linkify } from "./linkify";

const links = (text: string) => linkify(text).flatMap((piece) => (typeof piece === "string" ? [] : [piece.href]));
const shown = (text: string) =>
  linkify(text)
    .map((piece) => (typeof piece === "string" ? piece : piece.text))
    .join("");

test("addresses in a plain text become links without the punctuation around them", () => {
  const text =
    "See (https://example.org/a_(b)) and <https://example.org/x>, mail to a+b@example.org. www.example.org; javascript:alert(1) data:text/html,x file:///etc/passwd";
  expect(links(text)).toEqual([
    "https://example.org/a_(b)",
    "https://example.org/x",
    "mailto:a%2Bb@example.org",
    "https://www.example.org/",
  ]);
  expect(shown(text)).toBe(text);
});

test("a link inside a word begins where its scheme begins", () => {
  expect(links("Link:https://example.org/?a=1&b=2, ok")).toEqual(["https://example.org/?a=1&b=2"]);
  expect(links("„https://example.org/“")).toEqual(["https://example.org/"]);
});

test("an address that hides its host behind a user name stays plain text", () => {
  expect(links("https://bank.example@evil.test/ and https://a:b@evil.test")).toEqual([]);
});

test("no other scheme, and nothing that only looks like an address, becomes a link", () => {
  expect(
    links("javascript://x/%0aalert(1) vbscript:x ftp://example.org a@b @user 3.14 e.g. x@y@z.org tel:123"),
  ).toEqual([]);
});

test("text is never lost or changed, whatever it holds", () => {
  for (const { html } of corpusRows<{ html: string }>("html/vectors.jsonl")) expect(shown(html)).toBe(html);
});

test("a text made to slow down a careless pattern is read at once", () => {
  const started = performance.now();
  for (const hard of [
    "a".repeat(500_000),
    `https://${"a.".repeat(200_000)}`,
    "(".repeat(300_000),
    "a@".repeat(200_000),
    `${" ".repeat(300_000)}x`,
    "www.".repeat(100_000),
    `.${")".repeat(2000)} `.repeat(250),
  ])
    expect(shown(hard).length).toBe(hard.length);
  expect(performance.now() - started).toBeLessThan(15_000);
});
