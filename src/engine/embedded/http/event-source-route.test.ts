import { afterAll, beforeAll, expect, test } from "bun:test";
import { letter } from "../mail/testing";
import { until } from "../../../lib/testing-until";
import { startTestEngine, type TestUser } from "./testing";

let engine: Awaited<ReturnType<typeof startTestEngine>>;
let ana: TestUser;

beforeAll(async () => {
  engine = await startTestEngine();
  ana = await engine.addUser("ana");
});
afterAll(() => engine.close());

async function listen(user: { request: TestUser["request"] }, query: string) {
  const abort = new AbortController();
  const response = await user.request(`/jmap/eventsource/?${query}`, { signal: abort.signal });
  const stream = { text: "", ended: false, status: response.status, close: () => abort.abort() };
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) stream.text += decoder.decode(chunk, { stream: true });
  };
  void read()
    .catch(() => {})
    .finally(() => (stream.ended = true));
  await until(() => stream.text.includes(": connected"));
  return stream;
}

async function importLetter(user: TestUser): Promise<void> {
  const upload = await user.request(`/jmap/upload/${user.accountId}/`, { method: "POST", body: Buffer.from(letter()) });
  const { blobId } = (await upload.json()) as { blobId: string };
  const { created } = await user.call("Email/import", {
    accountId: user.accountId,
    emails: { k: { blobId, mailboxIds: { a: true } } },
  });
  expect(created).toBeTruthy();
}

test("new mail is announced to its owner with the new states, and to nobody else", async () => {
  const bo = await engine.addUser("bo");
  const [mine, theirs] = [await listen(ana, "types=*"), await listen(bo, "types=*")];
  await importLetter(ana);
  const data = JSON.parse((await until(() => /event: state\ndata: (.*)\n/.exec(mine.text)))[1] ?? "") as {
    changed: Record<string, Record<string, string>>;
  };
  const { state } = await ana.call("Email/get", { accountId: ana.accountId, ids: [] });
  expect(data).toMatchObject({ "@type": "StateChange", changed: { [ana.accountId]: { Email: state } } });
  expect(theirs.text).not.toContain("StateChange");
  mine.close();
  theirs.close();
});

test("only the types that were asked for are announced, and a stream may end with the first", async () => {
  const [mailboxes, nothing] = [await listen(ana, "types=Mailbox&closeafter=state"), await listen(ana, "")];
  await importLetter(ana);
  await until(() => mailboxes.ended);
  expect(mailboxes.text).toContain('"Mailbox"');
  expect(mailboxes.text).not.toContain('"Email"');
  expect(nothing.text).not.toContain("event:");
  nothing.close();
});

test("a stream ends when the key that opened it is destroyed", async () => {
  const permissions = { "@type": "Replace", permissions: { authenticate: true, jmapEmailGet: true } };
  const { accountId } = ana;
  const { created } = await ana.call("x:ApiKey/set", {
    accountId,
    create: { k: { description: "session", permissions } },
  });
  const key = (created as { k: { id: string; secret: string } }).k;
  const request: TestUser["request"] = (path, init) =>
    fetch(new URL(path, engine.baseUrl), { ...init, headers: { authorization: `Bearer ${key.secret}` } });
  const stream = await listen({ request }, "types=*");
  await ana.call("x:ApiKey/set", { accountId, destroy: [key.id] });
  await until(() => stream.ended);
  expect((await request("/jmap/eventsource/?types=*")).status).toBe(401);
});
