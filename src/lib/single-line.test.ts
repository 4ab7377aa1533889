import { expect, test } from "bun:test";
import { CreateUser } from "~/features/users/schema";
import { SendMessage } from "~/features/webmail/schema/sending";
import { SignUp } from "~/features/auth/schema";

const breaks = ["\r\nBcc: victim@example.org", "\n", "\r", "\u0085", "\u0000", "\u007f", "\u001b[2J"];

test("a subject, a display name or a company of several lines is refused", () => {
  const message = { idempotencyKey: crypto.randomUUID(), to: ["a@b.example"], text: "" };
  const user = { domainId: crypto.randomUUID(), localPart: "ana", password: "x", quotaBytes: 1024 ** 3 };
  const owner = { email: "a@b.example", password: "x" };
  for (const end of breaks) {
    const text = `Hello${end}x`;
    expect(SendMessage.safeParse({ ...message, subject: text }).success).toBe(false);
    expect(CreateUser.safeParse({ ...user, displayName: text }).success).toBe(false);
    expect(SignUp.safeParse({ ...owner, company: text }).success).toBe(false);
  }
  const plain = "Grüße, 世界\t👋";
  expect(SendMessage.parse({ ...message, subject: plain }).subject).toBe(plain);
  expect(CreateUser.parse({ ...user, displayName: plain }).displayName).toBe(plain);
});

test("a name that turns the direction of writing around is refused; a subject may, as people write it", () => {
  const user = { domainId: crypto.randomUUID(), localPart: "ana", password: "x", quotaBytes: 1024 ** 3 };
  const owner = { email: "a@b.example", password: "x" };
  for (const mark of ["\u202e", "\u202a", "\u2066", "\u2069", "\u200f", "\u061c", "\u2028", "\u2029"]) {
    const text = `Ana${mark}gpj.exe`;
    expect(CreateUser.safeParse({ ...user, displayName: text }).success).toBe(false);
    expect(SignUp.safeParse({ ...owner, company: text }).success).toBe(false);
  }
  for (const name of ["عائشة", "דוד בן־גוריון", "Zoë 👩‍👩‍👧", "می‌خواهم"])
    expect(CreateUser.parse({ ...user, displayName: name }).displayName).toBe(name);
  const subject = "\u202bשלום\u202c";
  const message = { idempotencyKey: crypto.randomUUID(), to: ["a@b.example"], text: "", subject };
  expect(SendMessage.parse(message).subject).toBe(subject);
});
