import { expect, test } from "bun:test";
import { Recipient } from "../schema/outgoing";
import { isAddress, readPeople, writePerson } from "./recipients";

const read = (text: string) => readPeople(text).map(({ name, email }) => (name ? [name, email] : email));

test.each([
  ["ada@a.test", ["ada@a.test"]],
  ["ada@a.test, bob@b.test;cleo@c.test\ndan@d.test", ["ada@a.test", "bob@b.test", "cleo@c.test", "dan@d.test"]],
  [
    '"Lovelace, Ada" <ada@a.test>, Bob <bob@b.test>',
    [
      ["Lovelace, Ada", "ada@a.test"],
      ["Bob", "bob@b.test"],
    ],
  ],
  ['"Ada \\"the first\\"" <ada@a.test>', [['Ada "the first"', "ada@a.test"]]],
  ["<ada@a.test>", ["ada@a.test"]],
  ["ada@a.test, ADA@a.test,", ["ada@a.test"]],
  ["", []],
] as const)("%p is written to whom one meant", (text, people) => expect(read(text)).toEqual(people as never));

test.each([
  "ada",
  "ada@",
  "@a.test",
  "ada@localhost",
  "a b@c.test",
  "Ada <>",
  "<script>@a.test",
  "ada@under_score.test",
  `${"a".repeat(250)}@a.test`,
])("%p is no address and is not dropped in silence", (text) => {
  expect(read(`bob@b.test, ${text}`)).toEqual(["bob@b.test", text]);
  expect(isAddress(text)).toBe(false);
});

test.each(["prvs=1=ada@a.test", "a!b#c@a.test", "o'brien+x@a-b.test"])(
  "%p can be written to, as lists and programs are",
  (text) => {
    expect(isAddress(text)).toBe(true);
    expect(Recipient.safeParse(text).success).toBe(true);
  },
);

test.each([
  { name: "Ada", email: "ada@a.test" },
  { name: 'Lovelace, Ada "the first"', email: "ada@a.test" },
  { name: null, email: "ada@a.test" },
])("%p that is copied from one line can be pasted into another", (person) =>
  expect(readPeople(writePerson(person))).toEqual([person]),
);
