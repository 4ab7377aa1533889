import { expect, test } from "bun:test";
import { hash } from "@node-rs/argon2";
import { parseHash } from "./parse-hash";

test("a hash of argon2 or bcrypt is taken as it is", async () => {
  for (const made of [
    await hash("a long walk at dusk"),
    await Bun.password.hash("a long walk at dusk", { algorithm: "bcrypt", cost: 4 }),
    await Bun.password.hash("a long walk at dusk", { algorithm: "argon2i", memoryCost: 1024, timeCost: 2 }),
  ])
    expect(parseHash(` ${made} `)).toBe(made);
});

test.each([
  "hunter2",
  "{PLAIN}hunter2",
  "$6$salt$hash",
  "{SSHA}AAAA",
  "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ",
  "$argon2id$v=19$m=4194304,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNo",
  "$argon2id$v=19$m=19456,t=99,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNo",
  "$2b$31$abcdefghijklmnopqrstuuKf0sNJ0pQ7Zr9R1n0c2mYlq3xVwD1C6",
  "$2b$10$tooshort",
  "$2b$10$abcdefghijklmnopqrstuuKf0sNJ0pQ7Zr9R1n0c2mYlq3xVwD1C6; drop table",
])("%p is not taken for a hash", (text) => {
  expect(parseHash(text)).toBeNull();
});
