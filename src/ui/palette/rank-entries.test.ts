import { expect, test } from "bun:test";
import { rankEntries } from "./rank-entries";

const entries = ["Archive", "Go to Archive", "Go to Größe", "Mark as read", "Reply"].map((label) => ({ label }));
const ranked = (typed: string) => rankEntries(entries, typed).map(({ label }) => label);

test("beginnings of words find an entry, the one that begins so before one that has it inside", () => {
  expect(ranked("arch")).toEqual(["Archive", "Go to Archive"]);
  expect(ranked("go arc")).toEqual(["Go to Archive"]);
  expect(ranked("grosse")).toEqual([]);
  expect(ranked("GRÖ")).toEqual(["Go to Größe"]);
  expect(ranked("re")).toEqual(["Reply", "Mark as read"]);
});

test("without a word everything is there, in its order", () => {
  expect(ranked(" ")).toEqual(entries.map(({ label }) => label));
});
