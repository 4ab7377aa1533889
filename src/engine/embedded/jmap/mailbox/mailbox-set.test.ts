import { afterAll, beforeAll, expect, test } from "bun:test";
import { startTestEngine, type Answer, type TestUser } from "../../http/testing";
import { letter } from "../../mail/testing";

let engine: Awaited<ReturnType<typeof startTestEngine>>;
let ana: TestUser;

beforeAll(async () => {
  engine = await startTestEngine();
  ana = await engine.addUser("ana");
});
afterAll(async () => {
  expect(engine.errors).toEqual([]);
  await engine.close();
});

const set = (args: Record<string, unknown>) => ana.call("Mailbox/set", { accountId: ana.accountId, ...args });

async function create(name: string, more: Record<string, unknown> = {}): Promise<string> {
  const { created } = await set({ create: { k: { name, ...more } } });
  return (created as { k: { id: string } }).k.id;
}

async function fill(mailboxIds: Record<string, true>): Promise<string> {
  const upload = await ana.request(`/jmap/upload/${ana.accountId}/`, { method: "POST", body: Buffer.from(letter()) });
  const { blobId } = (await upload.json()) as { blobId: string };
  const { created } = await ana.call("Email/import", {
    accountId: ana.accountId,
    emails: { k: { blobId, mailboxIds } },
  });
  return (created as { k: { id: string } }).k.id;
}

const refusal = (answer: Answer, list: "notCreated" | "notUpdated" | "notDestroyed", key: string) =>
  (answer[list] as Record<string, { type: string; existingId?: string }> | null)?.[key];

test("a new account has the five folders that everybody knows, and no archive", async () => {
  const { list } = await ana.call("Mailbox/get", { accountId: ana.accountId });
  const folders = (list as { id: string; name: string; role: string }[]).map(({ id, name, role }) => [id, name, role]);
  expect(folders).toEqual([
    ["a", "Inbox", "inbox"],
    ["b", "Deleted Items", "trash"],
    ["c", "Junk Mail", "junk"],
    ["d", "Drafts", "drafts"],
    ["e", "Sent Items", "sent"],
  ]);
});

test("two folders side by side have different names, and a role has one folder", async () => {
  const parentId = await create("Projects");
  await create("Same", { parentId });
  const twin = refusal(await set({ create: { k: { name: "Same", parentId } } }), "notCreated", "k");
  expect(twin).toMatchObject({ type: "alreadyExists", existingId: expect.any(String) });
  expect(refusal(await set({ create: { k: { name: "I2", role: "inbox" } } }), "notCreated", "k")?.type).toBe(
    "invalidProperties",
  );
  expect(refusal(await set({ create: { k: { name: "T", role: "templates" } } }), "notCreated", "k")?.type).toBe(
    "invalidProperties",
  );
  expect(refusal(await set({ create: { k: { name: "x".repeat(256) } } }), "notCreated", "k")?.type).toBe(
    "invalidProperties",
  );
  expect(await create("Archive", { role: "archive" })).toBeTruthy();
});

test("a folder cannot be put into itself, below itself, or deeper than ten", async () => {
  const top = await create("Top");
  let parentId = await create("Below", { parentId: top });
  const moved = await set({ update: { [top]: { parentId } } });
  expect(refusal(moved, "notUpdated", top)?.type).toBe("invalidProperties");
  for (let depth = 3; depth <= 10; depth++) parentId = await create(`Depth ${depth}`, { parentId });
  const tooDeep = await set({ create: { k: { name: "Depth 11", parentId } } });
  expect(refusal(tooDeep, "notCreated", "k")?.type).toBe("invalidProperties");
});

test("a folder with folders or mail inside is not removed by accident; mail that is also elsewhere stays", async () => {
  const parent = await create("Parent");
  const child = await create("Child", { parentId: parent });
  const [onlyHere, alsoInbox] = [await fill({ [child]: true }), await fill({ [child]: true, a: true })];
  expect(refusal(await set({ destroy: [parent] }), "notDestroyed", parent)?.type).toBe("mailboxHasChild");
  expect(refusal(await set({ destroy: [child] }), "notDestroyed", child)?.type).toBe("mailboxHasEmail");
  expect(await set({ destroy: [child], onDestroyRemoveEmails: true })).toMatchObject({ destroyed: [child] });
  const { list, notFound } = await ana.call("Email/get", {
    accountId: ana.accountId,
    ids: [onlyHere, alsoInbox],
    properties: ["mailboxIds"],
  });
  expect([list, notFound]).toEqual([[{ id: alsoInbox, mailboxIds: { a: true } }], [onlyHere]]);
  expect(refusal(await set({ destroy: ["a"] }), "notDestroyed", "a")?.type).toBe("forbidden");
});

test("children are made in the same request as their parent, and moves are found by changes", async () => {
  const { state } = await ana.call("Mailbox/get", { accountId: ana.accountId, ids: [] });
  const answer = await set({ create: { p: { name: "P" }, c: { name: "C", parentId: "#p" } } });
  const { p, c } = answer.created as { p: { id: string }; c: { id: string } };
  await set({ update: { [c.id]: { parentId: null, name: "C2" } } });
  const changes = await ana.call("Mailbox/changes", { accountId: ana.accountId, sinceState: String(state) });
  expect(changes).toMatchObject({ created: [p.id, c.id], updated: [], updatedProperties: null });
  const found = await ana.call("Mailbox/query", {
    accountId: ana.accountId,
    filter: { parentId: null, name: "c2" },
    calculateTotal: true,
  });
  expect(found).toMatchObject({ ids: [c.id], total: 1 });
});
