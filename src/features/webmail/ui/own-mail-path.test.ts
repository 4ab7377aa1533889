import { expect, test } from "bun:test";
import { ownMailPath } from "./own-mail-path";

test.each(["/mail/inbox", "/mail/sent/T12", "/mail/b/c"])("after signing in one goes on to %p", (next) =>
  expect(ownMailPath(next)).toBe(next),
);

test.each([
  ...[undefined, "", "/mail", "/mail/login", "//evil.test", "/mail//evil.test", "/mail/\\evil.test", "/\tmail/inbox"],
  ...["/admin", "/mailbox/x", "https://evil.test/mail/inbox", "javascript:alert(1)", "/mail/inbox\n", ["/mail/inbox"]],
])("%p leads nowhere but to the inbox", (next) => expect(ownMailPath(next)).toBe("/mail/inbox"));
