import { expect, test } from "bun:test";
import { lookAlikeOf } from "./look-alike";

const known = ["acme.test", "northwind.com", "apple.com", "kaiser.de", "gmx.de", "gmail.com"];
const taken = (domain: string) => lookAlikeOf(domain, known);

test.each([
  ["northvvind.com", "northwind.com"],
  ["n0rthwind.com", "northwind.com"],
  ["nortwhind.com", "northwind.com"],
  ["northwinds.com", "northwind.com"],
  ["northwnd.com", "northwind.com"],
  ["mail.nor1hwind.com", "northwind.com"],
  [new URL("https://аpple.com").hostname, "apple.com"],
  [new URL("https://käiser.de").hostname, "kaiser.de"],
  ["apple.com.evil.test", "apple.com"],
  ["acrne.test", "acme.test"],
])("%p is easily taken for %p", (domain, of) => {
  expect(taken(domain)).toBe(of);
});

test.each([
  "northwind.com",
  "eu.northwind.com",
  "acne.test",
  "gmx.at",
  "ymail.com",
  "southwind.com",
  "apple.de",
  "a.b",
])("%p is nobody's look-alike", (domain) => {
  expect(taken(domain)).toBeUndefined();
});
