import { afterEach, beforeEach, expect, test } from "bun:test";
import { openTestDirectory } from "./testing";
import type { MethodError } from "../seams";

let office: ReturnType<typeof openTestDirectory>;
let domainId: string;
beforeEach(async () => {
  office = openTestDirectory();
  domainId = (await office.createDomain("acme.test")).id;
});
afterEach(() => office.directory.close());

type SetError = {
  type: string;
  properties?: string[];
  objectId?: unknown;
  linkedObjects?: unknown;
  validationErrors?: unknown;
};

async function refusal(object: string, body: Record<string, unknown>): Promise<SetError | undefined> {
  const { notCreated } = await office.call(`x:${object}/set`, { create: { k: body } });
  return notCreated?.k as SetError | undefined;
}
const update = async (object: string, id: string, patch: Record<string, unknown>) => {
  const { notUpdated } = await office.call(`x:${object}/set`, { update: { [id]: patch } });
  return notUpdated?.[id] as SetError | undefined;
};
const destroy = async (object: string, id: string) => {
  const { notDestroyed } = await office.call(`x:${object}/set`, { destroy: [id] });
  return notDestroyed?.[id] as SetError | undefined;
};
const user = (name: string, more: Record<string, unknown> = {}) => ({ "@type": "User", name, domainId, ...more });

test("users, groups, lists and aliases share one space of addresses", async () => {
  const ana = await office.createUser("ana", domainId, { aliases: { "0": { name: "Sales", domainId } } });
  const taken = { type: "primaryKeyViolation", properties: ["email"], objectId: { object: "Account", id: ana.id } };
  expect(await refusal("Account", user("ANA"))).toEqual(taken);
  expect(await refusal("Account", { "@type": "Group", name: "sales", domainId })).toEqual(taken);
  expect(await refusal("MailingList", { name: "sales", domainId })).toEqual(taken);
  expect(await refusal("Account", user("bo", { aliases: { "0": { name: "ana", domainId } } }))).toEqual(taken);
  expect(await refusal("Account", user("bo"))).toBeUndefined();
});

test("a domain name or alias belongs to one domain", async () => {
  const taken = { type: "primaryKeyViolation", properties: ["name"], objectId: { object: "Domain", id: domainId } };
  expect(await refusal("Domain", { name: "ACME.test" })).toEqual(taken);
  expect(await refusal("Domain", { name: "other.test", aliases: { "acme.test": true } })).toEqual(taken);
});

test("a domain needs a top level that exists", async () => {
  for (const name of ["acme.example", "acme", "acme.nosuchtld", "-a.test"])
    expect(await refusal("Domain", { name })).toMatchObject({ type: "invalidProperties", properties: ["name"] });
  for (const name of ["acme.com", "acme.co.uk", "bücher.test"])
    expect(await refusal("Domain", { name })).toBeUndefined();
});

test("a reference to something that is not there names it", async () => {
  expect(await refusal("Account", { ...user("bo"), domainId: "zz" })).toEqual({
    type: "invalidForeignKey",
    objectId: { object: "Domain", id: "zz" },
  });
  expect(await refusal("Account", user("bo", { memberGroupIds: { zz: true } }))).toMatchObject({
    type: "invalidForeignKey",
    objectId: { object: "Account" },
  });
  expect(await refusal("Account", user("bo", { roles: { "@type": "Custom", roleIds: { zz: true } } }))).toMatchObject({
    type: "invalidForeignKey",
    objectId: { object: "Role" },
  });
});

test("a domain goes only after everything in it, a group only after its members", async () => {
  const group = await office.create("Account", { "@type": "Group", name: "staff", domainId });
  const ana = await office.createUser("ana", domainId, { memberGroupIds: { [group.id]: true } });
  const error = await destroy("Domain", domainId);
  expect(error).toMatchObject({ type: "objectIsLinked", objectId: { object: "Domain", id: domainId } });
  expect(error?.linkedObjects).toEqual([group.id, ana.id].map((id) => ({ object: "Account", id })));
  expect(await destroy("Account", group.id)).toMatchObject({
    type: "objectIsLinked",
    linkedObjects: [{ object: "Account", id: ana.id }],
  });
  expect(await update("Account", ana.id, { [`memberGroupIds/${group.id}`]: false })).toBeUndefined();
  for (const id of [group.id, ana.id]) expect(await destroy("Account", id)).toBeUndefined();
  expect(await destroy("Domain", domainId)).toBeUndefined();
  expect(office.opened.size).toBe(0);
});

test("fields of a wrong kind are named one by one", async () => {
  const error = await refusal("Account", { "@type": "User", name: "x".repeat(200), quotas: { maxDiskQuota: -1 } });
  expect(error).toMatchObject({ type: "validationFailed" });
  expect(error?.validationErrors).toEqual(
    expect.arrayContaining([
      { type: "MaxLength", property: "name" },
      { type: "Required", property: "domainId" },
      { type: "MinLength", property: "quotas/maxDiskQuota" },
    ]),
  );
});

test("what the server sets, and what does not exist, is refused as a patch", async () => {
  const { id } = await office.createUser("ana", domainId);
  expect(await refusal("Domain", { name: "b.test", dnsZoneFile: "x" })).toMatchObject({
    type: "invalidPatch",
    properties: ["dnsZoneFile"],
  });
  for (const pointer of ["usedDiskQuota", "createdAt", "emailAddress", "id", "nonsense", "quotas/deep/er"])
    expect(await update("Account", id, { [pointer]: 1 })).toMatchObject({
      type: "invalidPatch",
      properties: [pointer],
    });
});

test("weak, short and overlong passwords and a second one are refused, a complete hash is taken", async () => {
  const withSecret = (secret: string) => user("bo", { credentials: { "0": { "@type": "Password", secret } } });
  for (const secret of [
    "short",
    "aaaaaaaaaaaa",
    "password123",
    "1234567890",
    "x".repeat(129),
    "$unknown$hash",
    "{SSHA}abc",
  ])
    expect(await refusal("Account", withSecret(secret))).toMatchObject({
      type: "invalidProperties",
      properties: ["secret"],
    });
  const two = {
    "0": { "@type": "Password", secret: "correct horse 42" },
    "1": { "@type": "Password", secret: "correct horse 43" },
  };
  expect(await refusal("Account", user("bo", { credentials: two }))).toMatchObject({
    type: "invalidProperties",
    properties: ["credentials"],
  });
  expect(
    await refusal(
      "Account",
      withSecret(await Bun.password.hash("short", { algorithm: "argon2id", memoryCost: 1024, timeCost: 1 })),
    ),
  ).toBeUndefined();
});

test("missing objects, singletons and a destroy in the same call have their own answers", async () => {
  const { id } = await office.createUser("ana", domainId);
  expect(await update("Account", "zz", { description: "x" })).toEqual({ type: "notFound" });
  expect(await destroy("Account", "zz")).toEqual({ type: "notFound" });
  expect(await destroy("SystemSettings", "singleton")).toEqual({ type: "singleton" });
  const both = await office.call("x:Account/set", { update: { [id]: { description: "x" } }, destroy: [id] });
  expect(both).toMatchObject({ notUpdated: { [id]: { type: "willDestroy" } }, destroyed: [id] });
});

test("an object may refer to one that the same request has made, an update to an unknown one fails the call", async () => {
  const group = await office.call("x:Account/set", { create: { g: { "@type": "Group", name: "staff", domainId } } });
  const made = await office.call("x:Account/set", { create: { u: user("bo", { memberGroupIds: { "#g": true } }) } });
  const id = made.created?.u?.id as string;
  const got = await office.call("x:Account/get", { ids: ["#u"], properties: ["memberGroupIds"] });
  expect(got.list as unknown).toEqual([{ id, memberGroupIds: { [group.created?.g?.id as string]: true } }]);
  const error = await office
    .call("x:Account/set", { update: { [id]: { memberGroupIds: { "#nobody": true } } } })
    .catch((thrown: MethodError) => thrown.type);
  expect(error as unknown).toBe("invalidResultReference");
});

test("two changes of one account at the same time both hold, a lost one would be said", async () => {
  const { id } = await office.createUser("ana", domainId);
  const changes = [
    { "credentials/0/secret": "another battery 43" },
    { description: "Ana" },
    { "quotas/maxDiskQuota": 7 },
  ];
  expect(await Promise.all(changes.map((patch) => update("Account", id, patch)))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const { list } = (await office.call("x:Account/get", { ids: [id] })) as unknown as { list: unknown[] };
  expect(list).toEqual([expect.objectContaining({ description: "Ana", quotas: { maxDiskQuota: 7 } })]);
  const slow = update("Account", id, { "credentials/0/secret": "third battery 44" }).catch(
    (error: MethodError) => error.type,
  );
  const settings = { accountId: id };
  await office.callAs(settings, "x:AccountSettings/set", { update: { singleton: { timeZone: "Europe/Madrid" } } });
  expect((await slow) as unknown).toBe("serverUnavailable");
});
