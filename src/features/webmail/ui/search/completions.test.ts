import { expect, test } from "bun:test";
import { parseSearch, writeSearch } from "~/lib/search-query";
import { completionsOf, personAtEnd } from "./completions";

const world = {
  folders: [
    { value: "inbox", label: "Inbox" },
    { value: "junk", label: "Spam" },
    { value: "Old projects", label: "Old projects" },
  ],
  labels: ["Größe", "Tax"],
  people: [{ name: "Grace Hopper", email: "grace@navy.example" }],
};
const texts = (text: string) => completionsOf(text, world).map((completion) => completion.text);

test("an operator is completed from its beginning, whatever stands before it", () => {
  expect(texts("big plan fr")).toEqual(["big plan from:"]);
  expect(texts("-ha")).toEqual(["-has:"]);
  expect(texts('"two words" la')).toEqual(['"two words" label:', '"two words" larger:']);
  expect(texts("(su")).toEqual(["(subject:"]);
  expect(texts("xyz")).toEqual([]);
});

test("an empty box offers operators", () => {
  expect(texts("").length).toBe(8);
  expect(texts("plan ")[0]).toBe("plan from:");
});

test("values are completed: folders, labels, people, states", () => {
  expect(texts("in:")).toEqual(["in:inbox ", "in:junk ", 'in:"Old projects" ']);
  expect(texts("plan in:pro")).toEqual(['plan in:"Old projects" ']);
  expect(texts("in:spa")).toEqual(["in:junk "]);
  expect(texts('in:"old pr')).toEqual(['in:"Old projects" ']);
  expect(texts("label:gro")).toEqual(["label:Größe "]);
  expect(texts("from:hop")).toEqual(["from:grace@navy.example "]);
  expect(texts("is:un")).toEqual(["is:unread "]);
  expect(texts("in:inbox")).toEqual([]);
  expect(texts("before:2026")).toEqual([]);
});

test("people are asked for only where one is about to be named", () => {
  expect(personAtEnd("plan from:gra")).toBe("gra");
  expect(personAtEnd('to:"Grace H')).toBe("Grace H");
  expect(personAtEnd("subject:gra")).toBeUndefined();
  expect(personAtEnd("gra")).toBeUndefined();
});

test("whatever is offered is understood", () => {
  for (const text of ["in:", "label:", "from:", "is:", "has:", "before:", "older_than:", "larger:"])
    for (const offered of texts(text)) {
      expect(parseSearch(offered)).toMatchObject([{ name: text.slice(0, -1) }]);
      expect(writeSearch(parseSearch(offered))).toBe(offered.trim());
    }
});
