import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { getProofMethods } from "./get-proof-methods";
import { testPerson } from "./testing-person";

const { services } = await testServices();

test("whoever has nothing but a password proves themselves with that", async () => {
  const { as } = await testPerson(services);
  expect(await as(getProofMethods)).toEqual({ password: true, code: false, passkey: false });
});
