import { beforeAll, expect, test } from "bun:test";
import { addAlias } from "~/features/users/server/aliases/add-alias";
import { createGroup } from "~/features/users/server/groups/create-group";
import { suspendUser } from "~/features/users/server/suspend-user";
import { testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { recordCorrespondents } from "./record-correspondents";
import { suggestPeople } from "./suggest-people";

const { services } = await testServices();
const { member, domainId, people } = await testMailboxes(services, "acme.test", ["ana", "bea", "gone"]);
const other = await testMailboxes(services, "other.test", ["beate"]);

const wrote = (ctx: typeof people.ana.ctx, ...recipients: Parameters<typeof recordCorrespondents>[2]) =>
  ctx.tx((tx) => recordCorrespondents(tx, ctx, recipients));
const found = async (text: string, ctx = people.ana.ctx) =>
  (await suggestPeople(ctx, { text })).map(({ email }) => email);

beforeAll(async () => {
  await wrote(people.ana.ctx, { name: "Ada Lovelace", email: "Countess@math.test" }, "bob_smith@b.test");
  await wrote(people.ana.ctx, "countess@math.test");
  await wrote(other.people.beate.ctx, "secret@elsewhere.test");
});

test("whom one wrote to is found by the beginning of any word of the name or the address, in any case", async () => {
  for (const text of ["ada", "LOVE", "ada l", "countess", "math", "test"])
    expect(await found(text)).toContain("countess@math.test");
  for (const text of ["ovelace", "ountess", "_", "%", "xyz"])
    expect(await found(text)).not.toContain("countess@math.test");
  expect(await found("smith")).toEqual(["bob_smith@b.test"]);
});

test("a name that was written once is kept when the address is written alone", async () => {
  expect(await suggestPeople(people.ana.ctx, { text: "ada" })).toEqual([
    { name: "Ada Lovelace", email: "countess@math.test", kind: "recent" },
  ]);
});

test("people, aliases and groups of the own organisation are found, those of others are not", async () => {
  await addAlias(member, { ...{ userId: people.bea.userId, domainId, localPart: "beach", note: "" }, isEnabled: true });
  await createGroup(member, {
    ...{ domainId, localPart: "begonias", name: "Friends of flowers", note: "" },
    ...{ posting: "members", isModerated: false },
  });
  expect(await found("be")).toEqual(["bea@acme.test", "beach@acme.test", "begonias@acme.test"]);
  expect(await found("flowers")).toEqual(["begonias@acme.test"]);
  expect(await found("be", other.people.beate.ctx)).toEqual(["beate@other.test"]);
  expect(await found("secret")).toEqual([]);
  expect(await found("countess", people.bea.ctx)).toEqual([]);
});

test("whom one writes to often comes before whom one never wrote to, and nobody is there twice", async () => {
  await wrote(people.ana.ctx, "begonias@acme.test");
  expect(await found("be")).toEqual(["begonias@acme.test", "bea@acme.test", "beach@acme.test"]);
});

test("who is suspended is not offered", async () => {
  expect(await found("gone")).toEqual(["gone@acme.test"]);
  await suspendUser(member, { userId: people.gone.userId });
  expect(await found("gone")).toEqual([]);
});

test("at most eight are offered", async () => {
  await wrote(people.ana.ctx, ...Array.from({ length: 20 }, (_, at) => `many${at}@m.test`));
  expect(await found("many")).toHaveLength(8);
});
