import { expect, test } from "bun:test";
import type { DomainRecord } from "../../schema";
import { alertFields, type DomainNews } from "./alert-text";
import { inOneLine } from "./in-one-line";
import type { AlertKind } from "./settle-alerts";
import { worstFirst } from "./worst-first";

const since = new Date("2026-11-22T14:02:00Z");
const ids = Array.from({ length: 60 }, () => Bun.randomUUIDv7());
const news = (at: number, kind: AlertKind, records: DomainRecord[] = []): DomainNews => ({
  ...{ domainId: ids[at]!, name: `d${at}.example`, kind, since, records },
});
const write = (some: DomainNews[], locale = "en") =>
  alertFields(worstFirst(some).shown, {
    ...{ locale, appUrl: "https://panel.example", company: "Acme", counts: worstFirst(some).counts },
  });

test("one domain is named in the subject, and the link leads to its page", () => {
  const fields = write([news(0, "broken")]);
  expect(fields).toMatchObject({
    headline: "d0.example: mail may be lost",
    link: `https://panel.example/admin/domains/${ids[0]}`,
  });
  expect(fields.list).toContain("d0.example, since November 22, 2026 at 2:02 PM (UTC)");
});

test("several are counted, what is well again apart from what is not, and the link leads to all", () => {
  const fields = write([news(0, "recovered"), news(1, "attention"), news(2, "proof_lost"), news(2, "broken")]);
  expect(fields.headline).toBe("2 domains need you");
  expect(fields.link).toBe("https://panel.example/admin/domains");
  const places = ["Mail may be lost", "no longer proven", "changed", "Well again"].map((one) =>
    fields.list.indexOf(one),
  );
  expect(places.toSorted((a, b) => a - b)).toEqual(places);
  expect(write([news(0, "recovered"), news(1, "recovered")]).headline).toBe("2 domains are well again");
});

test("a German reader is written to in German, names of other alphabets as people read them", () => {
  const fields = write([{ ...news(0, "broken"), name: "xn--bcher-kva.example" }], "de-AT");
  expect(fields.headline).toBe("bücher.example: Mail kann verloren gehen");
  expect(fields.list).toMatch(/bücher\.example, seit 22\. November 2026 .*14:02 \(UTC\)/);
});

test("sixty broken domains make a mail that can be read: the first forty, and how many more", () => {
  const { list, headline } = write(ids.map((_, at) => news(at, "broken")));
  expect([headline, list.includes("… and 20 more domains."), list.includes("d40.example")]).toEqual([
    ...["60 domains need you", true, false],
  ]);
});

test("what a stranger's DNS server answered makes no line, no link and nothing invisible in a mail", () => {
  const hostile = "a\r\n\r\nhttps://evil.example www.evil.example \u202Eabc\u0000 " + "x".repeat(500);
  const line = inOneLine(hostile);
  expect(line).not.toMatch(/[\p{Cc}\p{Cf}]|:\/\/|www\.|x{120}/u);
  expect(line.length).toBeLessThan(130);
});
