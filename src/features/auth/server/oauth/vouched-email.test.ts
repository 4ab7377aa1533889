import { expect, test } from "bun:test";
import { vouchedEmail } from "./vouched-email";

const isProven = (...told: Parameters<typeof vouchedEmail>) => vouchedEmail(...told).isEmailProven;

test("Google is believed of its own addresses and of those of its organisations, and only when it has verified them", () => {
  expect(isProven("google", { email: "ana@gmail.com", email_verified: true })).toBe(true);
  expect(isProven("google", { email: "ana@acme.example", email_verified: true, hd: "acme.example" })).toBe(true);
  expect(isProven("google", { email: "ana@acme.example", email_verified: true })).toBe(false);
  expect(isProven("google", { email: "ana@gmail.com", email_verified: false })).toBe(false);
  expect(isProven("google", { email: "ana@gmail.com.evil.test", email_verified: true })).toBe(false);
});

test("an address in a Microsoft directory proves nothing unless the directory owns its domain, whatever else is claimed", () => {
  expect(isProven("microsoft", { email: "ana@acme.example" })).toBe(false);
  expect(isProven("microsoft", { email: "ana@acme.example", email_verified: true })).toBe(false);
  expect(isProven("microsoft", { email: "ana@acme.example", xms_edov: false })).toBe(false);
  for (const xms_edov of [true, "true", "1", 1] as const)
    expect(isProven("microsoft", { email: "ana@acme.example", xms_edov })).toBe(true);
});

test("any other provider is believed when it says that it has verified the address", () => {
  expect(isProven("oidc", { email: "ana@acme.example", email_verified: true })).toBe(true);
  for (const email_verified of [undefined, false, "false", 0] as const)
    expect(isProven("oidc", { email: "ana@acme.example", email_verified })).toBe(false);
});

test("an address is written as ours are, a user name may be one, and what is none is left out", () => {
  expect(vouchedEmail("oidc", { email: " Ana@ACME.example " }).email).toBe("ana@acme.example");
  expect(vouchedEmail("microsoft", { preferred_username: "ana@acme.example", xms_edov: true })).toEqual({
    ...{ email: "ana@acme.example", isEmailProven: false },
  });
  for (const email of ["", "ana", "ana@acme.example\r\nBcc: x@evil.test", `${"a".repeat(300)}@acme.example`])
    expect(vouchedEmail("oidc", { email, email_verified: true })).toEqual({ email: null, isEmailProven: false });
});
