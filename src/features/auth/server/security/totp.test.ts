import { expect, test } from "bun:test";
import { Secret } from "otpauth";
import { newTotpSecret, totpCode, totpStepOf, totpUri } from "./totp";

const seconds = (n: number) => new Date(n * 1000);

test("codes are those of RFC 6238 appendix B", () => {
  const secret = Secret.fromUTF8("12345678901234567890").base32;
  const table = [
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_234_567_890, "005924"],
    [20_000_000_000, "353130"],
  ] as const;
  for (const [at, code] of table) expect(totpCode(secret, seconds(at))).toBe(code);
});

test("V6.5.5 a code is right in its own half minute and in the ones beside it, no longer", () => {
  const secret = newTotpSecret();
  const code = totpCode(secret, seconds(3000));
  const at = (n: number) => totpStepOf(secret, code, seconds(n));
  expect([at(2969), at(2970), at(3000), at(3029), at(3059), at(3060)]).toEqual([null, 100, 100, 100, 100, null]);
});

test("a secret has 160 bits and the app learns whose it is", () => {
  const secret = newTotpSecret();
  expect(Secret.fromBase32(secret).bytes.length).toBe(20);
  const uri = new URL(totpUri(secret, { issuer: "DeftMail", label: "ana@acme.example" }));
  expect(uri.searchParams.get("secret")).toBe(secret);
  expect(decodeURIComponent(uri.pathname)).toContain("ana@acme.example");
});
