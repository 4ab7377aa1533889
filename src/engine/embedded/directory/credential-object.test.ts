import { afterEach, beforeEach, expect, test } from "bun:test";
import { openTestDirectory } from "./testing";
import type { MethodError, Principal } from "../seams";

let office: ReturnType<typeof openTestDirectory>;
let ana: { id: string };
let domainId: string;
beforeEach(async () => {
  office = openTestDirectory();
  domainId = (await office.createDomain("acme.test")).id;
  ana = await office.createUser("ana", domainId);
});
afterEach(() => office.directory.close());

const replace = (...names: string[]) => ({
  "@type": "Replace",
  permissions: Object.fromEntries(names.map((name) => [name, true])),
});

async function enter(authorization: string): Promise<Principal> {
  const principal = await office.directory.authenticateHeader(authorization, "127.0.0.1");
  if (principal === null || typeof principal === "string") throw new Error("not signed in");
  return principal;
}
const mint = (principal: Principal, permissions: unknown, accountId = ana.id) =>
  office.callAs({ principal, accountId }, "x:ApiKey/set", { create: { k: { description: "k", permissions } } });

test("nobody hands out a right that he does not have", async () => {
  const { secret } = await office.create(
    "ApiKey",
    { description: "service", permissions: replace("authenticate", "sysApiKeyCreate", "jmapEmailGet") },
    { accountId: ana.id },
  );
  const service = await enter(`Bearer ${secret}`);
  expect((await mint(service, replace("authenticate", "jmapEmailGet"))).created?.k?.secret).toStartWith("API_");
  expect((await mint(service, replace("authenticate", "jmapEmailDestroy"))).notCreated?.k).toMatchObject({
    type: "forbidden",
  });
  expect((await mint(service, { "@type": "Inherit" })).notCreated?.k).toMatchObject({ type: "forbidden" });
  expect((await mint(service, replace("noSuchRight"))).notCreated?.k).toMatchObject({ type: "invalidProperties" });
});

test("an administrator grants mail rights, a manager of accounts makes no administrators", async () => {
  const boss = await office.createUser("boss", domainId, { roles: { "@type": "Admin" } });
  const principal = await enter(`Basic ${Buffer.from("boss@acme.test:correct horse battery 42").toString("base64")}`);
  expect(principal.accountId).toBe(boss.id);
  expect((await mint(principal, replace("authenticate", "jmapEmailGet"))).created?.k).toBeDefined();
  const manager = { ...principal, permissions: new Set(["authenticate", "sysAccountCreate"]) };
  const make = (name: string, roles: unknown) =>
    office.callAs({ principal: manager }, "x:Account/set", {
      create: { a: { "@type": "User", name, domainId, roles } },
    });
  expect((await make("eve", { "@type": "Admin" })).notCreated?.a).toMatchObject({ type: "forbidden" });
  expect((await make("eve", { "@type": "User" })).created?.a).toBeDefined();
});

test("a method needs its permission", async () => {
  const principal = { accountId: ana.id, emailAddress: "ana@acme.test", permissions: new Set(["sysDomainGet"]) };
  const attempt = (name: string, args: Record<string, unknown>) =>
    office.callAs({ principal }, name, args).then(
      () => "done",
      (error: MethodError) => error.type,
    );
  expect(await attempt("x:Domain/get", { ids: null })).toBe("done");
  expect(await attempt("x:Domain/query", {})).toBe("forbidden");
  expect(await attempt("x:Account/get", { ids: null })).toBe("forbidden");
  expect(await attempt("x:Domain/set", { create: { d: { name: "b.test" } } })).toBe("forbidden");
  expect(await attempt("x:Domain/set", { destroy: [domainId] })).toBe("forbidden");
});

test("the number of keys is limited, by the server or by the account", async () => {
  const create = () =>
    office.create("ApiKey", { description: "k", permissions: replace("authenticate") }, { accountId: ana.id });
  for (let i = 0; i < 5; i++) await create();
  expect(await create().catch((error: Error) => error.message)).toContain("overQuota");
  await office.call("x:Account/set", { update: { [ana.id]: { "quotas/maxApiKeys": 6 } } });
  await create();
  expect(await create().catch((error: Error) => error.message)).toContain("overQuota");
});

test("a secret is told once, and keys are seen in their own account only", async () => {
  const bo = await office.createUser("bo", domainId);
  const { id, secret } = await office.create(
    "ApiKey",
    { description: "k", expiresAt: "2027-01-01T00:00:00Z", permissions: replace("authenticate") },
    { accountId: ana.id },
  );
  const got = await office.callAs({ accountId: ana.id }, "x:ApiKey/get", { ids: [id] });
  expect(JSON.stringify(got)).not.toContain(secret as string);
  expect(got.list as unknown).toEqual([
    expect.objectContaining({ id, description: "k", secret: "****", expiresAt: "2027-01-01T00:00:00Z" }),
  ]);
  expect(await office.callAs({ accountId: bo.id }, "x:ApiKey/get", { ids: [id] })).toMatchObject({
    list: [],
    notFound: [id],
  });
  const stolen = await office.callAs({ accountId: bo.id }, "x:ApiKey/set", { destroy: [id] });
  expect(stolen.notDestroyed?.[id]).toEqual({ type: "notFound" });
  const soon = await office.callAs({ accountId: ana.id }, "x:ApiKey/query", {
    filter: { expiresAtIsLessThan: "2027-06-01T00:00:00Z" },
  });
  expect(soon.ids as unknown).toEqual([id]);
});

test("keys and app passwords go with their account", async () => {
  const { secret } = await office.create(
    "ApiKey",
    { description: "k", permissions: replace("authenticate") },
    { accountId: ana.id },
  );
  await office.call("x:Account/set", { destroy: [ana.id] });
  expect(await office.directory.authenticateHeader(`Bearer ${secret}`, "127.0.0.1")).toBe("invalid");
});
