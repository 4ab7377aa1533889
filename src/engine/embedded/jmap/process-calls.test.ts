import { afterAll, beforeAll, expect, test } from "bun:test";
import fc from "fast-check";
import { startTestEngine, type TestUser } from "../http/testing";

let engine: Awaited<ReturnType<typeof startTestEngine>>;
let ana: TestUser;

beforeAll(async () => {
  engine = await startTestEngine();
  ana = await engine.addUser("ana");
});
afterAll(() => engine.close());

const reference = (resultOf: string, name: string, path: string) => ({ resultOf, name, path });

test("an answer's parts can be arguments of the next call", async () => {
  const { accountId } = ana;
  const create = { k: { mailboxIds: { a: true }, subject: "One" } };
  const answers = await ana.batch(
    ["Email/set", { accountId, create }],
    ["Email/query", { accountId, filter: { inMailbox: "a" } }],
    ["Email/get", { accountId, "#ids": reference("1", "Email/query", "/ids"), properties: ["threadId", "subject"] }],
    ["Thread/get", { accountId, "#ids": reference("2", "Email/get", "/list/*/threadId") }],
  );
  expect(answers[2]?.[1].list).toMatchObject([{ subject: "One" }]);
  expect(answers[3]?.[1].list).toMatchObject([{ emailIds: answers[1]?.[1].ids }]);
});

test("a reference that leads nowhere fails its own call only", async () => {
  const { accountId } = ana;
  const answers = await ana.batch(
    ["Core/echo", { list: [{ id: "a" }] }],
    ["Mailbox/get", { accountId, "#ids": reference("9", "Core/echo", "/list") }],
    ["Mailbox/get", { accountId, "#ids": reference("0", "Mailbox/get", "/list") }],
    ["Mailbox/get", { accountId, "#ids": reference("0", "Core/echo", "/none") }],
    ["Mailbox/get", { accountId, "#ids": reference("0", "Core/echo", "/list/*/id"), ids: [] }],
    ["Mailbox/get", { accountId, "#ids": reference("0", "Core/echo", "/list/*/id") }],
  );
  expect(answers.map(([name, { type }]) => type ?? name)).toEqual([
    "Core/echo",
    "invalidResultReference",
    "invalidResultReference",
    "invalidResultReference",
    "invalidArguments",
    "Mailbox/get",
  ]);
});

test("a method is known only to those who ask for its capability and hold its permission", async () => {
  const call = async (using: string[]) => {
    const methodCalls = [["Mailbox/get", { accountId: ana.accountId }, "0"]];
    const reply = await ana.post({ using: using.map((name) => `urn:ietf:params:jmap:${name}`), methodCalls });
    return ((await reply.json()) as { methodResponses: [string, { type?: string }][] }).methodResponses[0]?.[1].type;
  };
  expect([await call(["core"]), await call(["core", "mail"])]).toEqual(["unknownMethod", undefined]);
  const disabledPermissions = { jmapEmailCreate: true };
  const bo = await engine.addUser("bo", {
    permissions: { "@type": "Merge", enabledPermissions: {}, disabledPermissions },
  });
  expect(await bo.call("Email/set", { accountId: bo.accountId, create: { k: {} } })).toMatchObject({
    type: "forbidden",
  });
  expect(await bo.call("Email/set", { accountId: bo.accountId, destroy: [] })).toMatchObject({ destroyed: null });
});

const methods = [
  "Mailbox/get Mailbox/set Mailbox/query Mailbox/changes Mailbox/queryChanges Thread/get Email/get Email/set Email/query",
  "Email/queryChanges Email/import Email/copy Email/parse SearchSnippet/get Identity/get Identity/set EmailSubmission/get",
  "EmailSubmission/set EmailSubmission/query VacationResponse/set Quota/query Blob/upload Blob/get Blob/lookup Blob/copy",
  "SieveScript/get SieveScript/set SieveScript/query SieveScript/validate PushSubscription/set",
].flatMap((names) => names.split(" "));
const names = [
  "ids properties filter sort position anchor anchorOffset limit calculateTotal collapseThreads create update destroy ifInState",
  "sinceState sinceQueryState maxChanges emailIds blobIds blobId typeNames fromAccountId emails bodyProperties maxBodyValueBytes #ids",
].flatMap((list) => list.split(" "));
const Value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    { text: '"' },
    { operator: "NOT", conditions: [{}] },
    { inMailbox: "a" },
    { k: { mailboxIds: { a: true }, bodyStructure: { subParts: [{ subParts: [] }] } } },
    { singleton: { subject: {} } },
    { b: { "keywords/$seen": true } },
    [{ property: "hasKeyword", keyword: "x" }],
    ["a", "b", "#k"],
    ["bodyStructure", "bodyValues", "header:Subject:asText:all"],
    reference("0", "Core/echo", "/x/*/y"),
    "n",
    "sb",
  ),
);

test("no arguments make the server fail", async () => {
  const Call = fc.tuple(fc.constantFrom(...methods), fc.dictionary(fc.constantFrom(...names), Value, { maxKeys: 4 }));
  await fc.assert(
    fc.asyncProperty(fc.array(Call, { minLength: 10, maxLength: 15 }), async (calls) => {
      const { accountId } = ana;
      const answers = await ana.batch(
        ["Core/echo", { x: [{ y: "a" }] }],
        ...calls.map(([name, args]): [string, Record<string, unknown>] => [name, { accountId, ...args }]),
      );
      expect(answers.length).toBeGreaterThan(calls.length);
      expect(answers.filter(([, { type }]) => type === "serverUnavailable")).toEqual([]);
    }),
    { numRuns: 100 },
  );
  expect(engine.errors).toEqual([]);
}, 30_000);
