import { expect, test } from "bun:test";
import { dictionary } from "@zxcvbn-ts/language-common";
import { corpusRows } from "~/lib/testing-corpora";
import { hashPassword, verifyPassword } from "./password-hash";
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
  ...["abcabcabcabc", "qazwsxedcrfv12", "zaq12wsxcde3"],
  ...["deftmail2026!", "Passwort-2026", "pass\u0000word-with-nul-99", "567890123456"],
])("%p is among the first guesses", (password) => expect(verdict(password)).toBe("auth.issue_password_common"));

test.each(["acmebakery2026", "AnaRuiz-123", "ana.ruiz@acme-bakery.example", "Bakery12345!"])(
  "V6.2.11 %p is known to everybody who knows the person",
  (password) => expect(verdict(password)).toBe("auth.issue_password_personal"),
);

type Row = { password: string; accept: boolean; why: string };

test("V6.2.1 V6.2.5 V6.2.9 every password of the corpus is taken or refused as it should be, and opens when it was taken", async () => {
  for (const { password, accept, why } of corpusRows<Row>("web/passwords.jsonl")) {
    expect([why, verdict(password) === "accepted"]).toEqual([why, accept]);
    if (!accept) continue;
    const hash = await hashPassword(password.normalize("NFC"));
    expect([why, await verifyPassword(hash, password.normalize("NFD"))]).toEqual([why, true]);
    expect([why, await verifyPassword(hash, password.slice(0, -1))]).toEqual([why, false]);
  }
});

test("V6.2.4 no password that leaks often is taken, nor one with a year or a sign put to it", () => {
  const known = dictionary["passwords-common"];
  // Words of one to three letters with a year are left to the length.
  const taken = known
    .flatMap((word) => [word, `${word}2026!`, `1${word}!`])
    .filter((word) => word.replaceAll(/[^\p{L}]/gu, "").length >= 4 && verdict(word) === "accepted");
  expect(known.length).toBeGreaterThan(3000);
  expect(taken).toEqual([]);
});

test("V6.2.5 nothing is asked of a password but its length and that it is not known", () => {
  for (const password of [
    "lantern orbit maple quiet",
    "LANTERN ORBIT MAPLE",
    "8841 9273 5506 1182",
    "ガラスの森の朝ごはん",
  ])
    expect([password, verdict(password)]).toEqual([password, "accepted"]);
});
