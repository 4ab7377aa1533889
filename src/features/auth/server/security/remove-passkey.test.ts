import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { people } from "../../../../../db/schema";
import { getSecurity } from "./get-security";
import { removePasskey } from "./remove-passkey";
import { withPasskey } from "./testing-factors";
import { testPerson } from "./testing-person";

const { services, owner } = await testServices();
type Person = Awaited<ReturnType<typeof testPerson>>;

const remove = ({ as }: Person, passkeyId: string) =>
  refusalOf(as((ctx) => removePasskey(ctx, { passkeyId, signOutOthers: false })));
const idsOf = async ({ as }: Person) => (await as(getSecurity)).passkeys.map(({ id }) => id);
const takePassword = ({ email }: Person) =>
  owner.update(people).set({ passwordHash: null }).where(eq(people.email, email));

test("a passkey is removed by its own person only", async () => {
  const [ana, eve] = [await testPerson(services), await testPerson(services)];
  await withPasskey(ana.as);
  const [id] = await idsOf(ana);
  expect(await remove(eve, id!)).toBe("passkey.not_found");
  expect(await remove(ana, id!)).toBe("none");
  expect(await idsOf(ana)).toEqual([]);
  expect(await auditedActions(services, ana.tenantId)).toContain("auth.passkey_remove");
});

test("the last way in cannot be removed", async () => {
  const person = await testPerson(services);
  await withPasskey(person.as);
  await takePassword(person);
  const [id] = await idsOf(person);
  expect(await remove(person, id!)).toBe("auth.last_way_in");
  expect(await idsOf(person)).toEqual([id!]);
});

test("of the last two ways in, removed at the same moment, one stays", async () => {
  const person = await testPerson(services);
  await withPasskey(person.as, "Phone");
  await withPasskey(person.as, "Laptop");
  await takePassword(person);
  const ids = await idsOf(person);
  const outcomes = await Promise.all(ids.map((id) => remove(person, id)));
  expect(outcomes.toSorted()).toEqual(["auth.last_way_in", "none"]);
  expect((await idsOf(person)).length).toBe(1);
});
