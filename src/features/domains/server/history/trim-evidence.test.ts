import { expect, test } from "bun:test";
import { trimEvidence } from "./trim-evidence";

test("what DNS answered is kept as it is when it is of ordinary size", () => {
  const evidence = { found: ["10 mx1.example.net"], servers: { "ns1.example.net": ["a", "b"] }, serial: 7, none: null };
  expect(trimEvidence(evidence)).toEqual(evidence);
});

test("an answer of 64 KB does not become 64 KB of history, and it shows that it was cut", () => {
  const kept = trimEvidence({
    ...{ reason: "timeout", found: Array.from({ length: 500 }, (_, at) => `${at}`.repeat(400)) },
    more: "x".repeat(65_536),
  });
  const text = JSON.stringify(kept);
  expect([text.length < 7000, text.includes("timeout"), text.includes("…")]).toEqual([true, true, true]);
});

test("bytes that no column can hold, numbers beyond JSON and bottomless answers are kept as something that can be", () => {
  const deep = { a: { a: { a: { a: { a: { a: 1 } } } } } };
  const kept = trimEvidence({ nul: "a\u0000b", half: "\ud800", big: 1n, deep, at: new Date(0) });
  expect(kept).toMatchObject({ nul: "a\ufffdb", half: "\ufffd", big: "1", at: "1970-01-01T00:00:00.000Z" });
  expect(JSON.stringify(kept["deep"])).toContain("…");
});
