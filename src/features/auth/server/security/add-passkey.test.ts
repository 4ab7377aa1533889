import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { notices, passkeys } from "../../../../../db/schema";
import { addPasskey } from "./add-passkey";
import { beginPasskey } from "./begin-passkey";
import { testAuthenticator } from "./testing-authenticator";
import { withPasskey } from "./testing-factors";
import { testPerson } from "./testing-person";

const { services, owner } = await testServices();
type Person = Awaited<ReturnType<typeof testPerson>>;
type Options = Parameters<ReturnType<typeof testAuthenticator>["make"]>[1];

async function attempt({ as }: Person, options: Options = {}, authenticator = testAuthenticator()) {
  const made = authenticator.make(await as(beginPasskey), options);
  const add = () => refusalOf(as((ctx) => addPasskey(ctx, { name: "Key", made, signOutOthers: false })));
  return { outcome: await add(), again: add };
}

test("a passkey is added with a name, counts at once as a second factor, and its person is told", async () => {
  const person = await testPerson(services);
  const { authenticator, recoveryCodes } = await withPasskey(person.as, "Ana's phone");
  const [row] = await owner.select().from(passkeys).where(eq(passkeys.credentialId, authenticator.id));
  expect(row).toMatchObject({ name: "Ana's phone", transports: ["internal"], signCount: 0 });
  expect(recoveryCodes.length).toBe(10);
  expect(await person.as(async (ctx) => ctx.actor.hasSecondFactor)).toBe(true);
  expect(await auditedActions(services, person.tenantId)).toContain("auth.passkey_add");
  const sent = await owner.select().from(notices).where(eq(notices.recipient, person.email));
  expect(sent.map(({ kind }) => kind)).toEqual(["second_factor_changed"]);
});

test("what was made for another question, another site or without PIN or finger is refused", async () => {
  const person = await testPerson(services);
  for (const options of [
    { challenge: Buffer.from("another question").toString("base64url") },
    { origin: "https://deftmail.example" },
    { rpId: "deftmail.example" },
    { flags: 0x01 },
  ])
    expect([options, (await attempt(person, options)).outcome]).toEqual([options, "auth.passkey_refused"]);
  expect(await person.as(async (ctx) => ctx.actor.hasSecondFactor)).toBe(false);
});

test("a question is answered once, by the person who was asked", async () => {
  const [ana, eve] = [await testPerson(services), await testPerson(services)];
  const { outcome, again } = await attempt(ana);
  expect([outcome, await again()]).toEqual(["none", "auth.sign_in_expired"]);
  const made = testAuthenticator().make(await ana.as(beginPasskey));
  eve.browser.jar.set("dm_passkey", ana.browser.jar.get("dm_passkey")!);
  expect(await refusalOf(eve.as((ctx) => addPasskey(ctx, { name: "Key", made, signOutOthers: false })))).toBe(
    "auth.sign_in_expired",
  );
});

test("one passkey belongs to one person", async () => {
  const authenticator = testAuthenticator();
  expect((await attempt(await testPerson(services), {}, authenticator)).outcome).toBe("none");
  expect((await attempt(await testPerson(services), {}, authenticator)).outcome).toBe("auth.passkey_refused");
});
