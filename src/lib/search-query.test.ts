import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { before, spanOf } from "./search-dates";
import { bytesOf } from "./search-operators";
import { parseSearch, type SearchNode, writeSearch } from "./search-query";

const read = (text: string) => writeSearch(parseSearch(text));
const withoutPlaces = (nodes: SearchNode[]): unknown =>
  nodes.map((node) =>
    node.kind === "term" ? { ...node, start: 0, end: 0 } : { ...node, nodes: withoutPlaces(node.nodes) },
  );

describe("what a search says", () => {
  test("words, phrases and operators are told apart, and where each stands is known", () => {
    expect(parseSearch('from:grace -"big plan"')).toEqual([
      { kind: "term", name: "from", value: "grace", isPhrase: false, isNegated: false, start: 0, end: 10 },
      { kind: "term", name: "word", value: "big plan", isPhrase: true, isNegated: true, start: 11, end: 22 },
    ]);
  });

  test("many ways to say it are one", () => {
    expect(read("IS:starred in:Spam has:attachments larger:2m older:1.3.2026")).toBe(
      "is:flagged in:junk has:attachment larger:2M before:2026-03-01",
    );
    expect(read('from:"Grace Hopper" in:"Old projects"')).toBe('from:"Grace Hopper" in:"Old projects"');
    expect(read("after:2026/3 on:today newer_than:3D")).toBe("after:2026-03 on:today newer_than:3d");
  });

  test("an operator that nobody knows, or with a value that means nothing, is a word", () => {
    expect(parseSearch("https://acme.test foo:bar before:soon is:nice larger:much")).toMatchObject([
      { name: "word", value: "https://acme.test" },
      { name: "word", value: "foo:bar" },
      ...[{ value: "before:soon" }, { value: "is:nice" }, { value: "larger:much" }],
    ]);
    expect(read("constructor:x toString:y")).toBe("constructor:x toString:y");
    expect(read("before:2026-02-30")).toBe("before:2026-02-30");
    expect(parseSearch("before:2026-02-30")).toMatchObject([{ name: "word" }]);
  });

  test("what is not finished yet asks for nothing", () => {
    for (const text of ["from:", "-", "(", ")", "OR", '"', "()", "-()", 'from:""', "a OR", "OR a", "(a", "a)"])
      expect(["", "a"]).toContain(read(text));
  });

  test("OR binds what stands beside it, and brackets and minus go around more", () => {
    expect(read("a b OR c d")).toBe("a (b OR c) d");
    expect(read("(a b) OR c")).toBe("((a b) OR c)");
    expect(read("-(a OR b) ((c))")).toBe("-(a OR b) c");
    expect(read("-(from:ana) -(-x)")).toBe("-from:ana x");
    expect(read("a or b")).toBe("a or b");
  });

  test("any text can be searched for, and what it means survives being written down", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...'( ) -( OR - " from: is:unread in:x "a b" before:2026 before:x larger:1 :) x:y: \\'.split(" "),
      ),
      fc.constantFrom("OR", " ", '"', '"a b"', "-", "older_than:1d", "-from:"),
      fc.string({ unit: "binary" }),
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(" ")),
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, (given) => {
        const parsed = parseSearch(given);
        expect(withoutPlaces(parseSearch(writeSearch(parsed)))).toEqual(withoutPlaces(parsed));
      }),
      { numRuns: 2_000 },
    );
  });

  test("a text of brackets alone takes no time and no depth", () => {
    const text = "-(".repeat(50_000) + "a".repeat(1000) + ")".repeat(50_000);
    expect(read(text).length).toBeLessThan(1_100);
  });
});

describe("dates are days where the reader is", () => {
  const now = new Date("2026-03-05T23:30:00Z");
  const span = (date: string, zone: string) => spanOf(date, zone, now).map((at) => at.toISOString());
  test("a day, a month and a year last from midnight to midnight", () => {
    expect(span("2026-03-29", "Europe/Berlin")).toEqual(["2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"]);
    expect(span("2026-03", "UTC")).toEqual(["2026-03-01T00:00:00.000Z", "2026-04-01T00:00:00.000Z"]);
    expect(span("2025", "America/New_York")).toEqual(["2025-01-01T05:00:00.000Z", "2026-01-01T05:00:00.000Z"]);
  });
  test("today is already tomorrow in the east", () => {
    expect(span("today", "Asia/Tokyo")).toEqual(["2026-03-05T15:00:00.000Z", "2026-03-06T15:00:00.000Z"]);
    expect(span("yesterday", "UTC")).toEqual(["2026-03-04T00:00:00.000Z", "2026-03-05T00:00:00.000Z"]);
  });
  test("an age counts back from now", () => {
    expect(before(now, "2w").toISOString()).toBe("2026-02-19T23:30:00.000Z");
    expect(before(now, "1y").toISOString()).toBe("2025-03-05T23:30:00.000Z");
  });
});

test("sizes are written as people write them", () => {
  expect(["2M", "500 kB", "1.5g", "1000", "1MiB"].map(bytesOf)).toEqual([2097152, 512000, 1610612736, 1000, 1048576]);
  expect(bytesOf("2 apples")).toBeUndefined();
});
