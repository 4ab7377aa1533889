import { describe, expect, test } from "bun:test";
import { asGroupedAddresses } from "./addresses";
import { parseHeaderFields } from "./header-fields";
import { parseHeaderProperty, readHeaderProperty } from "./header-forms";
import { asText } from "./header-text";
import { formatMessageDate, parseMessageDate } from "./message-date";
import { parseParametrised } from "./parameters";

const fields = (text: string) => parseHeaderFields(Buffer.from(text, "latin1"), 0, Buffer.byteLength(text, "latin1"));

describe("header blocks", () => {
  test("folds stay in the raw form, repeated headers keep their order, the last one counts", () => {
    const { fields: found, bodyStart } = fields("X-A: one\r\n\ttwo\r\nX-A:three\n\nbody");
    const read = (property: string) => {
      const parsed = parseHeaderProperty(property);
      return parsed && readHeaderProperty(found, parsed);
    };
    expect(read("header:X-A")).toBe("three");
    expect(read("header:x-a:asRaw:all")).toEqual([" one\r\n\ttwo", "three"]);
    expect(read("header:X-A:asText:all")).toEqual(["one\ttwo", "three"]);
    expect(read("header:X-B:all")).toEqual([]);
    expect(bodyStart).toBe("X-A: one\r\n\ttwo\r\nX-A:three\n\n".length);
  });

  test("a form that a header cannot have is refused", () => {
    for (const property of [
      "header:From:asText",
      "header:Subject:asDate",
      "header:Date:asURLs",
      "header:X:asNothing",
      "header:",
      "header:a b",
    ]) {
      expect(parseHeaderProperty(property)).toBeNull();
    }
    expect(parseHeaderProperty("header:X-Own:asDate:all")).toEqual({ name: "X-Own", form: "asDate", all: true });
  });

  test("a header of a million lines is read once and bounded", () => {
    const start = performance.now();
    expect(fields(`${"X: y\r\n".repeat(300_000)}\r\nbody`).fields.length).toBe(2000);
    expect(fields(`X: ${"a\r\n ".repeat(300_000)}\r\n\r\n`).fields.length).toBeLessThanOrEqual(1);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe("text and names", () => {
  const texts: [raw: string, text: string][] = [
    ["=?utf-8?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"],
    ["=?utf-8?B?4oI=?= =?utf-8?B?rA==?=", "€"],
    ["=?iso-8859-1*de?q?=FC?= b =?us-ascii?q?a?= =?us-ascii?q?b?=", "ü b ab"],
    ["=?x-none?q?a=20b?=", "a b"],
    ["=?utf-8?q?broken", "=?utf-8?q?broken"],
    ["a=?utf-8?q?b?=c", "abc"],
  ];
  test.each(texts)("%s is read", (raw, text) => {
    expect(asText(raw)).toBe(text);
  });

  test("groups, comments, quotes and old routes give the addresses that are meant", () => {
    const raw = `Team: "Doe, \\"J\\"" <j@a.test>, k@a.test (Kay); undisclosed:; <@x.test,@y.test:z@b.test>, =?utf-8?q?=C5=81?= <l@b.test>`;
    expect(asGroupedAddresses(raw)).toEqual([
      {
        name: "Team",
        addresses: [
          { name: 'Doe, "J"', email: "j@a.test" },
          { name: "Kay", email: "k@a.test" },
        ],
      },
      { name: "undisclosed", addresses: [] },
      {
        name: null,
        addresses: [
          { name: null, email: "z@b.test" },
          { name: "Ł", email: "l@b.test" },
        ],
      },
    ]);
    // A decoded name may look like an address: it stays a name.
    expect(asGroupedAddresses("=?utf-8?q?boss=40bank=2Etest=3E?= <x@evil.test>")[0]?.addresses).toEqual([
      { name: "boss@bank.test>", email: "x@evil.test" },
    ]);
  });

  test("a hostile address list takes no longer than its length", () => {
    const start = performance.now();
    for (const part of ['"', "(", "<", ":;", ",", '"\\', "a@b,"]) asGroupedAddresses(part.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe("parameters and dates", () => {
  test("continued, encoded and quoted parameters are put together", () => {
    const { value, parameters } = parseParametrised(
      `attachment; filename*0*=UTF-8''%C3%9Cber; filename*1="sicht"; filename*2*=%2Epdf; x="a;\\"b"; y*=''plain`,
    );
    expect([value, parameters.get("filename"), parameters.get("x"), parameters.get("y")]).toEqual([
      "attachment",
      "Übersicht.pdf",
      'a;"b',
      "plain",
    ]);
  });

  const dates: [raw: string, text: string | null][] = [
    ["Tue, 1 Sep 2026 10:00:00 +0200", "2026-09-01T10:00:00+02:00"],
    ["1 Sep 26 08:00 GMT (comment)", "2026-09-01T08:00:00Z"],
    ["Fri, 30 Oct 1999 23:59:60 EST", "1999-10-30T23:59:59-05:00"],
    ["Fri, May 09 2017 16:54:30 -0800", "2017-05-09T16:54:30-08:00"],
    ["tomorrow", null],
    ["32 Foo 2026 10:00", null],
  ];
  test.each(dates)("the date %s is read", (raw, text) => {
    const date = parseMessageDate(raw);
    expect(date && formatMessageDate(date)).toBe(text);
  });
});
