import { expect, test } from "bun:test";
import { readRecipients } from "./recipients";

test.each([
  ["ada@a.test", ["ada@a.test"]],
  ["ada@a.test, bob@b.test;cleo@c.test\ndan@d.test", ["ada@a.test", "bob@b.test", "cleo@c.test", "dan@d.test"]],
  ['"Lovelace, Ada" <ada@a.test>, Bob <bob@b.test>', ["ada@a.test", "bob@b.test"]],
  ["ada@a.test, ADA@a.test,", ["ADA@a.test"]],
  ["", []],
])("%p is written to whom one meant", (text, emails) => expect(readRecipients(text)).toEqual({ emails, faults: [] }));

test.each([
  "ada",
  "ada@",
  "@a.test",
  "ada@localhost",
  "a b@c.test",
  "Ada <>",
  "<script>@a.test",
  `${"a".repeat(250)}@a.test`,
])("%p is no address and is not dropped in silence", (text) =>
  expect(readRecipients(`bob@b.test, ${text}`)).toEqual({ emails: ["bob@b.test"], faults: [text] }),
);
