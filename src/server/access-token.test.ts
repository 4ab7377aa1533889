import { expect, test } from "bun:test";
import { createHmac } from "node:crypto";
import { createAccessTokens } from "./access-token";

const secret = "a-secret-of-at-least-thirty-two-characters";
const [sub, sid, tenant_id] = [Bun.randomUUIDv7(), Bun.randomUUIDv7(), Bun.randomUUIDv7()];
const claims = { sub, sid, tenant_id, email: "a@b.test", role: "owner", person: null } as const;
const now = new Date("2026-03-01T12:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const tokens = () => createAccessTokens(secret, 900);
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("a token holds for its lifetime and not a second longer", () => {
  const mine = tokens();
  const token = mine.sign(claims, now);
  expect(mine.verify(token, later(899))).toMatchObject(claims);
  expect(mine.verify(token, later(900))).toBeNull();
});

test("a token that was changed, or signed with another secret, opens nothing", () => {
  const mine = tokens();
  const [head, , mac] = mine.sign(claims, now).split(".");
  const forged = `${head}.${part({ ...claims, tenant_id: Bun.randomUUIDv7(), iat: 0, exp: 9_999_999_999 })}.${mac}`;
  expect(mine.verify(forged, now)).toBeNull();
  expect(
    mine.verify(createAccessTokens("another-secret-of-thirty-two-chars-or-so", 900).sign(claims, now), now),
  ).toBeNull();
});

test("no other algorithm can be asked for, not even with a right signature", () => {
  const body = part({ ...claims, iat: 0, exp: 9_999_999_999 });
  for (const alg of ["none", "HS512"]) {
    const head = part({ alg, typ: "JWT" });
    const mac = createHmac("sha256", secret).update(`${head}.${body}`).digest("base64url");
    for (const token of [`${head}.${body}.${mac}`, `${head}.${body}.`, `${head}.${body}`])
      expect(tokens().verify(token, now)).toBeNull();
  }
});

test("the tokens of a session that ended stop at once, also those that were accepted before", () => {
  const mine = tokens();
  const token = mine.sign(claims, now);
  expect(mine.verify(token, now)).not.toBeNull();
  mine.drop(sid, now);
  expect(mine.verify(token, now)).toBeNull();
});

test("a session whose rights changed goes on with a new token, and only with that", () => {
  const mine = tokens();
  const old = mine.sign(claims, now);
  mine.drop(sid, now);
  const next = mine.sign({ ...claims, role: "viewer" }, later(1));
  expect(mine.verify(old, later(1))).toBeNull();
  expect(mine.verify(next, later(1))).toMatchObject({ role: "viewer" });
});

test("a process that does not hear of ends of sessions believes a token for ten seconds, and afterwards none from before", () => {
  const mine = tokens();
  const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);
  const token = mine.sign(claims, at(0));
  mine.hearing(false, at(1));
  expect([mine.verify(token, at(10)) === null, mine.verify(token, at(11)) === null]).toEqual([false, true]);
  expect(mine.sessionOf(token, at(11))).toBe(claims.sid);
  const newer = mine.sign(claims, at(20));
  mine.hearing(true, at(25));
  expect([mine.verify(newer, at(26)), mine.verify(token, at(26))]).toEqual([null, null]);
  expect(mine.verify(mine.sign(claims, at(26)), at(500))?.sid).toBe(claims.sid);
});
