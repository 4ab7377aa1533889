import { expect, test } from "bun:test";
import { answerReferences } from "./answer-references";

test("an answer names its thread from the beginning, and what it answers last", () => {
  expect(answerReferences({ references: ["a", "b"], messageId: "c" })).toEqual(["a", "b", "c"]);
  expect(answerReferences({ references: [], messageId: null })).toEqual([]);
  expect(answerReferences(null)).toEqual([]);
});

test("of a thread without end it names the first and the newest", () => {
  const references = Array.from({ length: 5000 }, (_, at) => String(at));
  const named = answerReferences({ references, messageId: "last" });
  expect(named).toHaveLength(100);
  expect([named[0], named[1], named.at(-1)]).toEqual(["0", "4902", "last"]);
});
