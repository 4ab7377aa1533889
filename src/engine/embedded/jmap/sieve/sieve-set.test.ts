import { afterAll, beforeAll, expect, test } from "bun:test";
import { startTestEngine, type TestUser } from "../../http/testing";

let engine: Awaited<ReturnType<typeof startTestEngine>>;
let ana: TestUser;

beforeAll(async () => {
  engine = await startTestEngine();
  ana = await engine.addUser("ana", { quotas: { maxDiskQuota: 1_000_000 } });
});
afterAll(async () => {
  expect(engine.errors).toEqual([]);
  await engine.close();
});

const upload = async (text: string): Promise<string> => {
  const { created } = await ana.call("Blob/upload", {
    accountId: ana.accountId,
    create: { b: { data: [{ "data:asText": text }] } },
  });
  return (created as { b: { id: string } }).b.id;
};
const set = (args: Record<string, unknown>) => ana.call("SieveScript/set", { accountId: ana.accountId, ...args });

test("one script at most is active, and the vacation answer rests meanwhile", async () => {
  const update = { singleton: { isEnabled: true } };
  await ana.call("VacationResponse/set", { accountId: ana.accountId, update });
  const create = {
    a: { name: "one", blobId: await upload("keep;") },
    b: { name: "two", blobId: await upload("stop;") },
  };
  const { created } = await set({ create, onSuccessActivateScript: "#a" });
  const { a, b } = created as { a: { id: string }; b: { id: string } };
  const active = async () => {
    const { list } = await ana.call("SieveScript/get", { accountId: ana.accountId });
    return (list as { id: string; isActive: boolean }[]).filter(({ isActive }) => isActive).map(({ id }) => id);
  };
  expect(await active()).toEqual([a.id]);
  const { list } = await ana.call("VacationResponse/get", { accountId: ana.accountId });
  expect(list).toMatchObject([{ id: "singleton", isEnabled: false }]);
  await set({ onSuccessActivateScript: b.id });
  expect(await active()).toEqual([b.id]);
  expect(await set({ destroy: [b.id] })).toMatchObject({ notDestroyed: { [b.id]: { type: "scriptIsActive" } } });
  await set({ onSuccessDeactivateScript: true });
  expect(await set({ destroy: [a.id, b.id] })).toMatchObject({ destroyed: [a.id, b.id] });
});

test("a script with a mistake is not stored, and the mistake is named", async () => {
  const blobId = await upload("keep;\nif {");
  const { notCreated } = await set({ create: { a: { name: "bad", blobId } } });
  expect(notCreated).toMatchObject({ a: { type: "invalidScript", description: "line 2: a test expected" } });
  const { error } = await ana.call("SieveScript/validate", { accountId: ana.accountId, blobId });
  expect(error).toMatchObject({ type: "invalidScript" });
  expect(
    await ana.call("SieveScript/validate", { accountId: ana.accountId, blobId: await upload("keep;") }),
  ).toMatchObject({ error: null });
});

test("a stored script is read back as it was written, and is found by its blob", async () => {
  const { created } = await set({ create: { a: { name: "mine", blobId: await upload("# ü\nkeep;") } } });
  const { id, blobId } = (created as { a: { id: string; blobId: string } }).a;
  const { list } = await ana.call("Blob/get", {
    accountId: ana.accountId,
    ids: [blobId],
    properties: ["data:asText", "digest:sha", "size"],
  });
  expect(list).toEqual([
    { id: blobId, "data:asText": "# ü\nkeep;", size: 10, "digest:sha": expect.stringMatching(/=$/) },
  ]);
  const { list: owners } = await ana.call("Blob/lookup", {
    accountId: ana.accountId,
    typeNames: ["SieveScript", "Email"],
    ids: [blobId],
  });
  expect(owners).toEqual([{ id: blobId, matchedIds: { SieveScript: [id], Email: [] } }]);
});

test("blobs are put together from pieces, and pieces that do not exist are refused", async () => {
  const blobId = await upload("0123456789");
  const data = [{ "data:asBase64": btoa("ab") }, { blobId, offset: 2, length: 3 }];
  const { created } = await ana.call("Blob/upload", { accountId: ana.accountId, create: { k: { data } } });
  const { id } = (created as { k: { id: string } }).k;
  const { list } = await ana.call("Blob/get", { accountId: ana.accountId, ids: [id], properties: ["data:asText"] });
  expect(list).toEqual([{ id, "data:asText": "ab234" }]);
  const bad = {
    a: { data: [{ blobId: "bnone" }] },
    b: { data: [{ blobId, offset: 8, length: 3 }] },
    c: { data: [{ "data:asBase64": "!" }] },
  };
  expect(await ana.call("Blob/upload", { accountId: ana.accountId, create: bad })).toMatchObject({
    created: null,
    notCreated: { a: { type: "blobNotFound" }, b: { type: "invalidProperties" }, c: { type: "invalidProperties" } },
  });
});

test("an account with a limit sees it and its use, one without sees no quota", async () => {
  const bo = await engine.addUser("bo");
  const { list } = await ana.call("Quota/get", { accountId: ana.accountId });
  expect(list).toMatchObject([{ id: "a", resourceType: "octets", scope: "account", used: 0, hardLimit: 1_000_000 }]);
  expect(await ana.call("Quota/query", { accountId: ana.accountId, filter: { type: "Email" } })).toMatchObject({
    ids: ["a"],
  });
  expect(await bo.call("Quota/get", { accountId: bo.accountId })).toMatchObject({ list: [] });
  const textBody = [{ partId: "t" }];
  const email = { mailboxIds: { d: true }, textBody, bodyValues: { t: { value: "x".repeat(1_000_001) } } };
  expect(await ana.call("Email/set", { accountId: ana.accountId, create: { k: email } })).toMatchObject({
    notCreated: { k: { type: "overQuota" } },
  });
});
