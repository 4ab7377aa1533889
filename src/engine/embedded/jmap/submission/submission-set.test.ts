import { afterAll, beforeAll, beforeEach, expect, test } from "bun:test";
import { until } from "../../../../lib/testing-until";
import { startTestEngine, type TestUser } from "../../http/testing";

let engine: Awaited<ReturnType<typeof startTestEngine>>;
let ana: TestUser;
let bo: TestUser;
let identityId: string;
let emailId: string;

beforeAll(async () => {
  engine = await startTestEngine();
  ana = await engine.addUser("ana", { aliases: { "0": { name: "sales", domainId: "b", enabled: true } } });
  bo = await engine.addUser("bo");
});
afterAll(async () => {
  expect(engine.errors).toEqual([]);
  await engine.close();
});

beforeEach(async () => {
  const { list } = await ana.call("Identity/get", { accountId: ana.accountId });
  identityId = (list as { id: string; email: string }[]).find(({ email }) => email === ana.address)?.id ?? "";
  emailId = await draft({ to: [{ email: bo.address }] });
});

async function draft(email: Record<string, unknown>): Promise<string> {
  const message = {
    mailboxIds: { d: true },
    keywords: { $draft: true },
    from: [{ email: ana.address }],
    subject: crypto.randomUUID(),
    textBody: [{ partId: "t" }],
    bodyValues: { t: { value: "Hello" } },
    ...email,
  };
  const { created } = await ana.call("Email/set", { accountId: ana.accountId, create: { k: message } });
  return (created as { k: { id: string } }).k.id;
}

const submit = (submission: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  ana.batch([
    "EmailSubmission/set",
    { accountId: ana.accountId, create: { s: { identityId, emailId, ...submission } }, ...more },
  ]);

const held = () => ({
  envelope: { mailFrom: { email: ana.address, parameters: { HOLDFOR: "60" } }, rcptTo: [{ email: bo.address }] },
});

test("a letter is sent, moved to Sent in the same request, and arrives", async () => {
  const onSuccessUpdateEmail = { "#s": { mailboxIds: { e: true }, "keywords/$draft": null } };
  const [submitted, moved] = await submit({}, { onSuccessUpdateEmail });
  expect(submitted).toMatchObject(["EmailSubmission/set", { created: { s: { undoStatus: "pending" } } }, "0"]);
  expect(moved).toMatchObject(["Email/set", { updated: { [emailId]: null } }, "0"]);
  const { list } = await ana.call("Email/get", {
    accountId: ana.accountId,
    ids: [emailId],
    properties: ["mailboxIds", "keywords", "subject"],
  });
  expect(list).toMatchObject([{ mailboxIds: { e: true }, keywords: {} }]);
  const subject = (list as { subject: string }[])[0]?.subject;
  await until(async () => {
    const { ids } = await bo.call("Email/query", { accountId: bo.accountId, filter: { subject: `"${subject}"` } });
    return (ids as string[]).length === 1;
  });
});

test("a held letter can be called back once, and is never delivered", async () => {
  const before = Date.now();
  const [answer] = await submit(held());
  const { created } = (answer?.[1] ?? {}) as { created: { s: { id: string; sendAt: string } } };
  const { id, sendAt } = created.s;
  expect(new Date(sendAt).getTime()).toBeGreaterThan(before + 58_000);
  const cancel = () =>
    ana.call("EmailSubmission/set", { accountId: ana.accountId, update: { [id]: { undoStatus: "canceled" } } });
  expect(await cancel()).toMatchObject({ updated: { [id]: null } });
  const { list } = await ana.call("EmailSubmission/get", { accountId: ana.accountId, ids: [id] });
  expect(list).toMatchObject([{ undoStatus: "canceled", emailId, identityId }]);
  const later = await ana.call("EmailSubmission/set", {
    accountId: ana.accountId,
    update: { [id]: { undoStatus: "pending" } },
  });
  expect(later).toMatchObject({ notUpdated: { [id]: { type: "invalidProperties" } } });
  const { ids } = await ana.call("EmailSubmission/query", {
    accountId: ana.accountId,
    filter: { undoStatus: "canceled" },
  });
  expect(ids).toContain(id);
});

test("an answer names what the same request has just created", async () => {
  const { accountId } = ana;
  const answers = await ana.batch(
    ["EmailSubmission/set", { accountId, create: { s: { identityId, emailId, ...held() } } }],
    ["EmailSubmission/get", { accountId, ids: ["#s"], properties: ["deliveryStatus", "undoStatus"] }],
  );
  expect(answers[1]?.[1].list).toMatchObject([
    { undoStatus: "pending", deliveryStatus: { [bo.address]: { delivered: "queued" } } },
  ]);
});

test("nobody sends without recipients, under another's name, or from another's identity", async () => {
  const refusal = async (submission: Record<string, unknown>) => {
    const [answer] = await submit(submission);
    return (answer?.[1].notCreated as { s: { type: string } } | null)?.s.type;
  };
  const rcptTo = [{ email: bo.address }];
  expect(await refusal({ emailId: await draft({}) })).toBe("noRecipients");
  expect(await refusal({ envelope: { mailFrom: { email: ana.address }, rcptTo: [{ email: "no address" }] } })).toBe(
    "invalidRecipients",
  );
  expect(await refusal({ envelope: { mailFrom: { email: bo.address }, rcptTo } })).toBe("forbiddenFrom");
  expect(await refusal({ identityId: "zzz" })).toBe("invalidProperties");
  expect(await refusal({ emailId: "zzz" })).toBe("invalidProperties");
  const many = Array.from({ length: 101 }, (_, at) => ({ email: `p${at}@ext.test` }));
  expect(await refusal({ envelope: { mailFrom: { email: ana.address }, rcptTo: many } })).toBe("tooManyRecipients");
});

test("each address of an account has an identity, also one that was added later, and no other address", async () => {
  const { list } = await ana.call("Identity/get", { accountId: ana.accountId });
  expect((list as { email: string }[]).map(({ email }) => email)).toEqual([ana.address, "sales@acme.test"]);
  const create = {
    a: { name: "A", email: bo.address },
    b: { name: "B", email: ana.address, textSignature: "x".repeat(2048) },
  };
  expect(await ana.call("Identity/set", { accountId: ana.accountId, create })).toMatchObject({
    notCreated: { a: { type: "forbiddenFrom" }, b: { type: "invalidProperties", properties: ["textSignature"] } },
  });
});
