import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { askPasskeyToSignIn } from "./ask-passkey-to-sign-in";

const { services } = await testServices();

test("each question is new, for this host only, and asks for a PIN or a finger", async () => {
  const browser = testBrowser(services);
  const [first, second] = [await browser.visit(askPasskeyToSignIn), await browser.visit(askPasskeyToSignIn)];
  expect(first.challenge).not.toBe(second.challenge);
  expect(Buffer.from(first.challenge, "base64url").length).toBeGreaterThanOrEqual(16);
  expect(first).toMatchObject({ rpId: "localhost", userVerification: "required", allowCredentials: [] });
});

test("what was asked is kept where no script reads it", async () => {
  const browser = testBrowser(services);
  const { challenge } = await browser.visit(askPasskeyToSignIn);
  const header = browser.headers.find((line) => line.startsWith("dm_passkey="));
  expect(header).toContain("HttpOnly");
  expect(header).not.toContain(challenge);
});
