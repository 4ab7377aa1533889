import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { TotpSetup } from "../../schema/security";
import { beginTotp } from "./begin-totp";
import { testPerson } from "./testing-person";

const { services } = await testServices();

test("what is shown is a square picture and the same secret as text, new each time", async () => {
  const { as, email } = await testPerson(services);
  const [first, second] = [TotpSetup.parse(await as(beginTotp)), await as(beginTotp)];
  expect(new Set(first.picture.map((row) => row.length))).toEqual(new Set([first.picture.length]));
  expect(first.uri).toContain(`secret=${first.secret}`);
  expect(decodeURIComponent(first.uri)).toContain(email);
  expect(first.secret).not.toBe(second.secret);
  expect(first.setup).not.toContain(first.secret);
});
