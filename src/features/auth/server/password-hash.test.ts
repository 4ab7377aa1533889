import { expect, test } from "bun:test";
import { hashPassword, verifyPassword } from "./password-hash";

test("a password is kept as argon2id with 19 MiB and two passes", async () => {
  expect(await hashPassword("a long walk at dusk")).toStartWith("$argon2id$v=19$m=19456,t=2,p=1$");
});

test("the right password opens, a wrong one does not, and nobody's password is ever right", async () => {
  const kept = await hashPassword("a long walk at dusk");
  expect(await verifyPassword(kept, "a long walk at dusk")).toBe(true);
  expect(await verifyPassword(kept, "a long walk at dawn")).toBe(false);
  expect(await verifyPassword(null, "a long walk at dusk")).toBe(false);
});

test("a password that came with a hash of bcrypt opens, and only that one", async () => {
  const brought = await Bun.password.hash("a long walk at dusk", { algorithm: "bcrypt", cost: 4 });
  expect(await verifyPassword(brought, "a long walk at dusk")).toBe(true);
  expect(await verifyPassword(brought, "a long walk at dawn")).toBe(false);
});

test("an accent that is typed in two ways is the same password", async () => {
  expect(await verifyPassword(await hashPassword("cafe\u0301 au lait"), "café au lait")).toBe(true);
});

test("when far too many passwords wait to be checked, the rest are asked to come back later", async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 90 }, () =>
      hashPassword("x")
        .then(() => "done")
        .catch((e: { key: string }) => e.key),
    ),
  );
  expect(outcomes.filter((outcome) => outcome === "request.too_many").length).toBeGreaterThan(0);
  expect(outcomes.filter((outcome) => outcome === "done").length).toBeGreaterThanOrEqual(64);
  expect(await verifyPassword(null, "afterwards there is room again")).toBe(false);
}, 60_000);
