import { expect, test } from "bun:test";
import { requireStrongPassword } from "./password-strength";

const context = ["Acme Bakery", "ana.ruiz@acme-bakery.example"];
const verdict = (password: string) => {
  try {
    requireStrongPassword(password, context);
    return "accepted";
  } catch (error) {
    return (error as { details: { issues: { message: string }[] } }).details.issues[0]!.message;
  }
};

test.each([
  "correct horse battery stable",
  "a long walk at dusk",
  "🎉🎊🎈🎁🎂🎃🎄🎅x9",
  `${"x".repeat(64)}Q1!`,
  "tR7#kk0!vBw2",
])("%p may be used", (password) => expect(verdict(password)).toBe("accepted"));

test.each(["short", "aaaaaaa", "ünïcödé99", "🎉🎊"])("%p is too short", (password) =>
  expect(verdict(password)).toBe("auth.issue_password_short"),
);

test.each([
  ...["Password123!", "qwertyuiop", "1234567890", "0987654321", "aaaaaaaaaaaa", "abcdefghijkl", "Welcome!2026"],
  ...["deftmail2026!", "Passwort-2026", "pass\u0000word-with-nul-99", "567890123456"],
])("%p is among the first guesses", (password) => expect(verdict(password)).toBe("auth.issue_password_common"));

test.each(["acmebakery2026", "AnaRuiz-123", "ana.ruiz@acme-bakery.example", "Bakery12345!"])(
  "%p is known to everybody who knows the person",
  (password) => expect(verdict(password)).toBe("auth.issue_password_personal"),
);
