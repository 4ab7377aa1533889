import { expect, test } from "bun:test";
import { CreateUser } from "~/features/users/schema";
import { SendMessage } from "~/features/webmail/schema";
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
