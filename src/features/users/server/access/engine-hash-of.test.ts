import { expect, test } from "bun:test";
import { verifyPassword } from "~/features/auth/server/password-hash";
import { engineHashOf } from "./engine-hash-of";
import { unknownHash } from "./unknown-hash";

test("without a second factor programs sign in with the password of the mailbox", () => {
  expect(engineHashOf({ id: "a", passwordHash: "own", totpConfirmedAt: null })).toBe("own");
});

test("with a second factor no password opens the mailbox to programs, and the engine is told nothing new each time", async () => {
  const user = { id: "a", passwordHash: "own", totpConfirmedAt: new Date() };
  const hash = engineHashOf(user);
  expect([hash === "own", hash === engineHashOf(user), hash === engineHashOf({ ...user, id: "b" })]).toEqual([
    ...[false, true, false],
  ]);
  expect(await verifyPassword(hash, "a long walk at dusk")).toBe(false);
});

test("a mailbox without a password has a hash of its own that nothing fits", async () => {
  expect(unknownHash()).not.toBe(unknownHash());
  expect(await verifyPassword(unknownHash(), "")).toBe(false);
});
