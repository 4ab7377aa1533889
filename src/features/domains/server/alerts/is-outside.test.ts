import { expect, test } from "bun:test";
import { isOutside } from "./is-outside";

test.each([
  ["ana@elsewhere.example", true],
  ["ana@acme.test", false],
  ["ana@ACME.test", false],
  ["ana@mail.acme.test", false],
  ["ana@notacme.test", true],
  ["ana@bücher.test", false],
  ["ana@xn--bcher-kva.test", false],
  ['"a@elsewhere.example"@acme.test', false],
])("mail to %p arrives although the domains of the tenant do not work: %p", (email, expected) => {
  expect(isOutside(email, ["acme.test", "xn--bcher-kva.test"])).toBe(expected);
});
