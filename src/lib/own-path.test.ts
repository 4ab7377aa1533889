import { expect, test } from "bun:test";
import { ownPath } from "./own-path";

test.each(["/invite", "/confirm", "/admin", "/admin/users", "/admin/users?domain=1&q=a%20b", "/admin/domains/0199-ab"])(
  "after signing in one goes on to %p",
  (next) => expect(ownPath(next)).toBe(next),
);

test.each([
  ...[
    undefined,
    "",
    "//evil.test",
    "/\\evil.test",
    "https:evil.test",
    "%2f%2fevil.test",
    "/\tadmin",
    "/admin\n//evil.test",
  ],
  ...[
    "/invite?x",
    "/invitee",
    "/administrator",
    "/admin//evil.test",
    "/admin/../../x\\y",
    "javascript:alert(1)",
    ["/admin"],
  ],
])("%p leads nowhere but to the panel", (next) => expect(ownPath(next)).toBe("/admin"));
