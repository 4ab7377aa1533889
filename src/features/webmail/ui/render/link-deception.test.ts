import { expect, test } from "bun:test";
import { deceptiveHost } from "./link-deception";

const host = (text: string, target: string) => deceptiveHost(text, new URL(target));

test("the reader is told the real host when the text of a link names another one", () => {
  expect(host("https://bank.example/login", "https://evil.test/x")).toBe("evil.test");
  expect(host("www.bank.example", "https://bank.example.evil.test/")).toBe("bank.example.evil.test");
  expect(host("bank.example/login", "https://evil.test/")).toBe("evil.test");
});

test("the reader is told the real host when a user name stands before it", () => {
  expect(host("Click here", "https://bank.example@evil.test/")).toBe("evil.test");
});

test("a name written with letters of two scripts is shown in its plain form", () => {
  expect(host("https://аpple.example/", "https://аpple.example/")).toStartWith("xn--");
  expect(host("https://müller.example/", "https://müller.example/")).toBeUndefined();
});

test("an honest link is left alone", () => {
  expect(host("Click here", "https://example.org/")).toBeUndefined();
  expect(host("example.org", "https://www.example.org/a")).toBeUndefined();
  expect(host("www.example.org", "https://example.org/a")).toBeUndefined();
  expect(host("example.org", "https://click.example.org/a")).toBeUndefined();
  expect(host("bank.example", "mailto:a@evil.test")).toBeUndefined();
});
