import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { PasskeyCreation } from "../../schema/passkeys";
import { beginPasskey } from "./begin-passkey";
import { withPasskey } from "./testing-factors";
import { testPerson } from "./testing-person";

const { services } = await testServices();

test("a browser is asked for a passkey of this host that it does not have yet", async () => {
  const { as, email } = await testPerson(services);
  const { authenticator } = await withPasskey(as);
  const creation = PasskeyCreation.parse(await as(beginPasskey));
  expect(creation).toMatchObject({ rp: { id: "localhost" }, user: { name: email } });
  expect(creation.authenticatorSelection).toMatchObject({ residentKey: "required", userVerification: "required" });
  expect(creation.excludeCredentials.map(({ id }) => id)).toEqual([authenticator.id]);
});

test("what the authenticator is told of the person is no address, and the same for each passkey", async () => {
  const { as, email } = await testPerson(services);
  const [first, second] = [await as(beginPasskey), await as(beginPasskey)];
  expect(first.user.id).toBe(second.user.id);
  expect(Buffer.from(first.user.id, "base64url").toString()).not.toContain(email.slice(0, 5));
});
