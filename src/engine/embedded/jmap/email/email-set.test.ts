import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { startTestEngine, type TestUser } from "../../http/testing";

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

type Made = { id: string; blobId: string };
const plain = { textBody: [{ partId: "t", type: "text/plain" }], bodyValues: { t: { value: "Text." } } };

async function create(email: Record<string, unknown>) {
  const { created, notCreated } = await ana.call("Email/set", {
    accountId: ana.accountId,
    create: { k: { mailboxIds: { d: true }, from: [{ email: ana.address }], ...email } },
  });
  return {
    made: (created as { k?: Made } | null)?.k,
    refusal: (notCreated as { k?: { type: string; properties?: string[] } } | null)?.k,
  };
}

async function get(id: string | undefined, properties: string[], more: Record<string, unknown> = {}) {
  const { list } = await ana.call("Email/get", { accountId: ana.accountId, ids: [id], properties, ...more });
  return (list as Record<string, unknown>[])[0] ?? {};
}

async function source(made: Made | undefined): Promise<string> {
  return (await ana.request(`/jmap/download/${ana.accountId}/${made?.blobId}/m.eml`)).text();
}

describe("writing a message", () => {
  test("text in any script, long lines and names come back as they were written", async () => {
    const value = `Grüße 🎉 an alle.\nFrom here on ${"long ".repeat(400)}\n\n= end \t\nここ`;
    const subject = `Später – ${"sehr ".repeat(40)}lang 🎉`;
    const to = [
      { name: 'Doe, "John" (x)', email: "john@ext.test" },
      { name: "Łukasz Żółć", email: "l@ext.test" },
    ];
    const { made } = await create({ ...plain, subject, to, bodyValues: { t: { value } } });
    const back = await get(made?.id, ["subject", "to", "bodyValues", "textBody"], { fetchTextBodyValues: true });
    expect(back).toMatchObject({ subject, to });
    expect(Object.values(back.bodyValues as object)).toEqual([{ value, isEncodingProblem: false, isTruncated: false }]);
    const raw = await source(made);
    expect(raw.split("\r\n").every((line) => line.length <= 998)).toBe(true);
    expect(/^[\x00-\x7f]*$/.test(raw)).toBe(true);
  });

  test("text, HTML, a picture in it and a file arrive in their places", async () => {
    const upload = await ana.request(`/jmap/upload/${ana.accountId}/`, { method: "POST", body: "PICTURE" });
    const { blobId } = (await upload.json()) as { blobId: string };
    const { made } = await create({
      ...plain,
      htmlBody: [{ partId: "h", type: "text/html" }],
      bodyValues: { t: { value: "T" }, h: { value: "<img src=cid:p@x>" } },
      attachments: [
        { blobId, type: "image/png", cid: "p@x", disposition: "inline" },
        { blobId, type: "application/pdf", name: "Übersicht.pdf" },
      ],
    });
    const bodyProperties = ["type", "name", "cid", "disposition", "size", "subParts"];
    const back = await get(made?.id, ["bodyStructure", "attachments", "hasAttachment"], { bodyProperties });
    const shape = (part: { type: string; subParts?: never[] }): unknown =>
      part.subParts ? [part.type, part.subParts.map(shape)] : part.type;
    expect(shape(back.bodyStructure as never)).toEqual([
      "multipart/mixed",
      [["multipart/alternative", ["text/plain", ["multipart/related", ["text/html", "image/png"]]]], "application/pdf"],
    ]);
    expect(back.hasAttachment).toBe(true);
    expect(back.attachments).toMatchObject([
      { cid: "p@x", disposition: "inline", size: 7 },
      { name: "Übersicht.pdf", disposition: "attachment", size: 7 },
    ]);
  });

  test("nothing that is written can break out of its header", async () => {
    const attempts: [property: string, value: unknown][] = [
      ["subject", "Hi\r\nBcc: x@ext.test"],
      ["from", [{ name: "a\nBcc: x@ext.test", email: ana.address }]],
      ["to", [{ email: "a@ext.test>\r\nBcc: <x@ext.test" }]],
      ["messageId", ["a@b>\r\nBcc: <x@ext.test"]],
      ["header:X-Custom", "one\r\nBcc: x@ext.test"],
      ["header:X-Custom:asText", "one\nBcc: x@ext.test"],
      ["inReplyTo", ["<a b>"]],
      ["sentAt", "tomorrow"],
      ["header:Content-Type", "text/html"],
      ["headers", [{ name: "Bcc", value: "x" }]],
    ];
    for (const [property, value] of attempts) {
      const { refusal } = await create({ ...plain, [property]: value });
      expect([property, refusal?.type, refusal?.properties]).toEqual([property, "invalidProperties", [property]]);
    }
    const { made, refusal } = await create({
      ...plain,
      attachments: [{ blobId: "bnone", type: "text/plain", name: 'x"\\; y.txt' }],
    });
    expect([made, refusal]).toEqual([
      undefined,
      expect.objectContaining({ type: "blobNotFound", notFound: ["bnone"] }),
    ]);
  });

  test("a message needs a folder that exists and keywords that are keywords", async () => {
    for (const part of [
      { mailboxIds: {} },
      { mailboxIds: { zz: true } },
      { mailboxIds: { a: false } },
      { keywords: { "a b": true } },
    ]) {
      const { refusal } = await create({ ...plain, ...part });
      expect(refusal).toMatchObject({ type: "invalidProperties", properties: Object.keys(part) });
    }
  });
});

describe("changing messages", () => {
  test("marks are case-insensitive, folders cannot be emptied, and nothing else can be changed", async () => {
    const { made } = await create(plain);
    const id = made?.id ?? "";
    const update = async (patch: object) => {
      const answer = await ana.call("Email/set", { accountId: ana.accountId, update: { [id]: patch } });
      return (answer.notUpdated as Record<string, { type: string }> | null)?.[id]?.type ?? "updated";
    };
    expect(await update({ "keywords/$Seen": true, "mailboxIds/a": true })).toBe("updated");
    expect(await get(id, ["keywords", "mailboxIds"])).toMatchObject({
      keywords: { $seen: true },
      mailboxIds: { a: true, d: true },
    });
    expect(await update({ "mailboxIds/a": null, "mailboxIds/d": null })).toBe("invalidProperties");
    expect(await update({ subject: "Other" })).toBe("invalidProperties");
    expect(await update({ "keywords/$seen/x": true })).toBe("invalidPatch");
    expect(await update({ keywords: {}, "keywords/$seen": true })).toBe("invalidPatch");
    expect(await get(id, ["mailboxIds"])).toMatchObject({ mailboxIds: { a: true, d: true } });
  });

  test("what is refused does not stop the rest", async () => {
    const { made } = await create(plain);
    const answer = await ana.call("Email/set", { accountId: ana.accountId, destroy: ["zzz", made?.id] });
    expect(answer).toMatchObject({ destroyed: [made?.id], notDestroyed: { zzz: { type: "notFound" } } });
    const stale = await ana.call("Email/set", {
      accountId: ana.accountId,
      ifInState: String(answer.oldState),
      destroy: [],
    });
    expect(stale.type).toBe("stateMismatch");
  });
});
