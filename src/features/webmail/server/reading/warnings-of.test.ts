import { expect, test } from "bun:test";
import type { KnownSenders } from "./known-senders";
import { nameKey } from "./name-key";
import { warningsOf } from "./warnings-of";

const known: KnownSenders = {
  ...{ ownName: "Acme Ltd.", ownDomains: ["acme.test"], domains: ["northwind.com"], trusted: new Set() },
  ...{ addresses: new Set(["bo@northwind.com", "li@gmail.com"]), images: "ask" },
  names: new Map([
    [nameKey("Grace Hopper"), ["grace@acme.test"]],
    [nameKey("Bo Berg"), ["bo@northwind.com"]],
    ["li", ["li@gmail.com"]],
  ]),
};
const headers = {
  ...{ received: null, returnPath: null, dkimSignatures: [], listUnsubscribe: null as string | null },
  listUnsubscribePost: null,
};
type Verdict = "verified" | "unverified" | null;
const of = (
  name: string | null,
  email: string,
  verdict: Verdict = null,
  replyTo?: string,
  list: string | null = null,
) =>
  warningsOf(
    {
      from: [{ name, email }],
      replyTo: replyTo ? [{ name: null, email: replyTo }] : [],
      headers: { ...headers, listUnsubscribe: list },
    },
    verdict && { verdict, domain: email.split("@")[1]! },
    known,
  ).map(({ kind, name: about }) => `${kind} ${about}`);

test("mail that says to be from an own domain and is not is the worst there is", () => {
  expect(of("Grace Hopper", "grace@acme.test", "unverified")).toEqual(["own_domain acme.test"]);
  expect(of("Grace Hopper", "grace@acme.test", "verified")).toEqual([]);
});

test("a name that holds another address is pointed out, one that repeats the sender's own is not", () => {
  expect(of("ceo@acme.test", "x@evil.test")).toEqual(["address_in_name ceo@acme.test"]);
  expect(of("Boss <ceo@acme.test>", "x@evil.test", "verified")).toEqual(["address_in_name ceo@acme.test"]);
  expect(of("info@shop.test", "news@mail.shop.test")).toEqual([]);
});

test("a domain that looks like an own or a known one is named with the one it looks like", () => {
  expect(of(null, "bo@northvvind.com")).toEqual(["look_alike northwind.com"]);
  expect(of(null, "x@acme.test.evil.test")).toEqual(["look_alike acme.test"]);
  expect(of(null, `x@${new URL("https://аcmе.test").hostname}`)[0]).toBe("look_alike acme.test");
});

test("letters of two scripts in one name are pointed out", () => {
  expect(of(null, `x@${new URL("https://раypal-login.example").hostname}`)[0]).toStartWith("mixed_script xn--");
});

test("somebody with the name of a colleague, of a correspondent or of the organisation is told apart", () => {
  expect(of("grace  HOPPER", "grace@evil.test")).toEqual(["known_name grace@acme.test"]);
  expect(of("Bo Berg", "bo.berg@gmail.com")).toEqual(["known_name bo@northwind.com"]);
  expect(of("ACME Ltd", "billing@evil.test")).toEqual(["own_name Acme Ltd."]);
  expect(of("Bo Berg", "bo@northwind.com")).toEqual([]);
  expect(of("Li", "li@elsewhere.test")).toEqual([]);
});

test("answers that would go elsewhere are pointed out, but not those of lists and of the own people", () => {
  expect(of("Shop", "a@shop.test", null, "b@evil.test")).toEqual(["reply_elsewhere evil.test"]);
  expect(of("Shop", "a@mail.shop.test", null, "b@shop.test")).toEqual([]);
  expect(of("Shop", "a@shop.test", null, "b@evil.test", "<https://shop.test/u>")).toEqual([]);
  expect(of("Form", "form@host.test", null, "ana@acme.test")).toEqual([]);
});

test("several warnings come with the worst first, and a message without sender has none", () => {
  const kinds = of("ceo@acme.test", "x@acme.test.evil.test", null, "y@other.test").map((line) => line.split(" ")[0]!);
  expect(kinds).toEqual(["address_in_name", "look_alike", "reply_elsewhere"]);
  expect(warningsOf({ from: [], replyTo: [], headers }, null, known)).toEqual([]);
});
