import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { Security } from "../../schema/security";
import { getSecurity } from "./get-security";
import { withPasskey, withTotp } from "./testing-factors";
import { testPerson } from "./testing-person";

const { services } = await testServices();

test("a person sees how they sign in, and nothing that would let anybody else in", async () => {
  const { as } = await testPerson(services);
  expect(await as(getSecurity)).toMatchObject({ hasPassword: true, hasTotp: false, passkeys: [] });
  const { secret } = await withTotp(as);
  const { authenticator } = await withPasskey(as, "Phone");
  const shown = Security.parse(await as(getSecurity));
  expect(shown).toMatchObject({ hasTotp: true, recoveryCodesLeft: 10, passkeys: [{ name: "Phone" }] });
  expect(shown).toMatchObject({ isFactorRequired: false, passkeyHost: "localhost" });
  for (const hidden of [secret, authenticator.id]) expect(JSON.stringify(shown)).not.toContain(hidden);
});
