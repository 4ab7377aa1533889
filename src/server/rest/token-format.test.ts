import { expect, test } from "bun:test";
import { isApiToken, newApiToken } from "./token-format";

test("every token is new, is recognised, and is selected by a double click", () => {
  const tokens = Array.from({ length: 500 }, newApiToken);
  expect(new Set(tokens).size).toBe(500);
  for (const token of tokens) expect([isApiToken(token), /^\w{53}$/.test(token)]).toEqual([true, true]);
});

test("a token with one wrong letter, cut short or of another make is not taken for one", () => {
  const token = newApiToken();
  for (let at = 4; at < token.length; at++) {
    const other = token[at] === "a" ? "b" : "a";
    expect(isApiToken(token.slice(0, at) + other + token.slice(at + 1))).toBe(false);
  }
  for (const text of ["", token.slice(1), `${token}a`, ` ${token}`, `${token}\n`, token.replace("dmt_", "ghp_")])
    expect([text, isApiToken(text)]).toEqual([text, false]);
});
