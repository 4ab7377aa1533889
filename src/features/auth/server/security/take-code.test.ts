import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { testServices } from "~/server/testing";
import { people, recoveryCodes } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { readFactors } from "./read-factors";
import { takeCode } from "./take-code";
import { withTotp } from "./testing-factors";
import { testPerson } from "./testing-person";
import { totpCode } from "./totp";

const { services, owner } = await testServices();
let clock = 0;
const timed = { ...services, now: () => new Date(Date.now() + clock) };

const person = await testPerson(timed);
const { personId } = await person.as(async (ctx) => ctx.actor);
const { secret, recoveryCodes: codes, usedCode } = await withTotp(person.as);

const take = (code: string) =>
  inScope(services.db, { personId }, async (tx) => takeCode(tx, timed, (await readFactors(tx, personId)).person, code));
const plain = (code: string) => code.replace("-", "");

test("V6.5.1 a TOTP code works once, also when it comes twice at the same moment", async () => {
  expect(await take(usedCode)).toBeNull();
  clock += 60_000;
  const code = totpCode(secret, timed.now());
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => take(code)));
  expect(outcomes.map(String).toSorted()).toEqual(["null", "null", "null", "totp"]);
});

test("V6.5.1 the code before one that was taken is not taken any more", async () => {
  clock += 120_000;
  const [earlier, now] = [totpCode(secret, new Date(timed.now().getTime() - 30_000)), totpCode(secret, timed.now())];
  expect(await take(now)).toBe("totp");
  expect(await take(earlier)).toBeNull();
});

test("V6.5.1 each of ten recovery codes works once, also when it comes twice at the same moment", async () => {
  expect(new Set(codes).size).toBe(10);
  const outcomes = await Promise.all([1, 2, 3].map(() => take(plain(codes[0]!))));
  expect(outcomes.filter((outcome) => outcome === "recovery_code").length).toBe(1);
  expect(await take(plain(codes[0]!))).toBeNull();
  expect(await take(plain(codes[1]!))).toBe("recovery_code");
});

test("another person's recovery code is worth nothing", async () => {
  const other = await testPerson(timed);
  const theirs = await withTotp(other.as);
  expect(await take(plain(theirs.recoveryCodes[0]!))).toBeNull();
});

test("V6.5.2 neither the secret nor a recovery code is in the database as it is", async () => {
  const rows = JSON.stringify([
    await owner.select().from(people).where(eq(people.id, personId)),
    await owner.select().from(recoveryCodes),
  ]);
  expect(rows).not.toContain(secret);
  for (const code of codes) expect(rows).not.toContain(plain(code));
});
