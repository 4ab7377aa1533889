import { expect, setDefaultTimeout, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHeaderFields } from "~/engine/embedded/mail/mime/header-fields";
import { corporaFolder, corpusRows } from "~/lib/testing-corpora";
import type { MailboxCtx } from "~/server/context";
import { testServices } from "~/server/testing";
import type { Message } from "../schema";
import { SaveDraft } from "../schema/drafts";
import type { OutgoingContent } from "../schema/outgoing";
import { answerDraft } from "../ui/composing/answer-draft";
import { toContent } from "../ui/composing/to-content";
import { saveDraft } from "./drafts/save-draft";
import { getMessage } from "./get-message";
import { listThreads } from "./list-threads";
import { withEngine } from "./session-engine";
import { testMailboxes } from "./testing-webmail";

setDefaultTimeout(400_000);

type Fields = {
  subject: string;
  from: string;
  to: string[];
  messageId: string;
  date: number | null;
  hasHtml: boolean;
  hasText: boolean;
  attachmentNames: string[];
  attachmentCount: number;
};
type Row = { file: string; consensus?: Partial<Fields>; expect?: { bodyContains?: string } };

const rows = corpusRows<Row>("mime/manifest.jsonl");
const { services } = await testServices();
const { ana } = (await testMailboxes(services, "corpus.test", ["ana"])).people;
const ctx: MailboxCtx = { ...ana.ctx, rateLimit: async () => {} };

/** JMAP ids by file, and how long each step took at most, in milliseconds. */
const ids = new Map<string, string>();
const slowest = { import: 0, open: 0, reply: 0, forward: 0, forwardAttached: 0 };
async function timed<T>(step: keyof typeof slowest, file: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await work();
  const took = performance.now() - begun;
  slowest[step] = Math.max(slowest[step], took);
  expect([file, step, took < 2000]).toEqual([file, step, true]);
  return result;
}

/** What has no header at all could only have come by SMTP, where every server writes a trace line in front of it (RFC 5321 section 4.4). */
const hasHeader = (raw: Uint8Array) => parseHeaderFields(raw, 0, raw.length).fields.length > 0;
const withTrace = (raw: Uint8Array) => new Uint8Array([...trace, ...raw]);
const trace = new TextEncoder().encode("Received: from elsewhere.test; Mon, 2 Nov 2026 10:00:00 +0000\r\n");

const fold = (text: string) => text.replace(/\s+/g, " ").trim();
const fieldsOf = (message: Message): Fields => ({
  subject: fold(message.subject),
  from: message.from[0]?.email.toLowerCase() ?? "",
  to: message.to.map(({ email }) => email.toLowerCase()),
  messageId: message.messageId ?? "",
  date: message.sentAt ? Date.parse(message.sentAt) / 1000 : null,
  hasHtml: message.html !== null,
  hasText: message.text !== null,
  attachmentNames: message.attachments.flatMap(({ name }) => name ?? []).sort(),
  attachmentCount: message.attachments.length,
});

test("each of the messages of many senders is taken in and shown within two seconds", async () => {
  expect(rows.length).toBe(417);
  for (const { file } of rows) {
    const raw = new Uint8Array(readFileSync(join(corporaFolder, file)));
    const take = (bytes: Uint8Array<ArrayBuffer>) =>
      withEngine(ctx, (engine) =>
        engine.messages.import({ raw: bytes, role: "inbox", keywords: [], receivedAt: new Date() }),
      );
    const { id } = await timed("import", file, () => take(hasHeader(raw) ? raw : withTrace(raw)));
    ids.set(file, id);
  }
  const listed = new Set<string>();
  for (let after: string | undefined; ;) {
    const page = await listThreads(ctx, { limit: 100, after });
    for (const { messageIds } of page.threads) for (const id of messageIds) listed.add(id);
    if (!(after = page.cursor)) break;
  }
  expect([...ids.values()].filter((id) => !listed.has(id))).toEqual([]);
});

test("what other parsers agree on is what is shown, in at least 98 of 100 fields", async () => {
  let agreed = 0;
  let all = 0;
  const differences: string[] = [];
  for (const { file, consensus, expect: wanted } of rows) {
    const message = await timed("open", file, () => getMessage(ctx, { messageId: ids.get(file)! }));
    const ours = fieldsOf(message);
    for (const [field, theirs] of Object.entries(consensus ?? {})) {
      const own = ours[field as keyof Fields];
      all += 1;
      if (Bun.deepEquals(own, theirs)) agreed += 1;
      else differences.push(`${file} ${field}: ${JSON.stringify(own)} instead of ${JSON.stringify(theirs)}`);
    }
    if (wanted?.bodyContains)
      expect([file, message.text ?? message.html]).toEqual([file, expect.stringContaining(wanted.bodyContains)]);
  }
  if (process.env.CORPUS_DIFFERENCES) console.info(differences.join("\n"));
  console.info(`${agreed} of ${all} fields agree (${((100 * agreed) / all).toFixed(2)} %); slowest`, slowest);
  expect(agreed / all).toBeGreaterThanOrEqual(0.98);
});

const kinds = ["reply", "forward", "forwardAttached"] as const;
const wording = { wrote: () => "She wrote:", forwarded: () => "---------- Forwarded message ----------" };
const answerer = { owner: ana.address, own: [ana.address], format: "plain", wording } as const;

async function save(content: OutgoingContent): Promise<Message> {
  const draft = SaveDraft.parse({ ...content, draftKey: crypto.randomUUID(), writer: crypto.randomUUID() });
  const { draftId } = await saveDraft(ctx, draft);
  return getMessage(ctx, { messageId: draftId });
}

test("each is answered, forwarded with its attachments and forwarded as a file, without a failure and within two seconds", async () => {
  const tooMany: string[] = [];
  for (const { file } of rows) {
    const message = await getMessage(ctx, { messageId: ids.get(file)! });
    const quote = { text: message.text ?? message.preview, html: "" };
    const drafts = kinds.map((kind) => ({ kind, content: toContent(answerDraft(kind, message, quote, answerer)) }));
    if (drafts.some(({ content }) => content.files.length > 100)) tooMany.push(file);
    const possible = drafts.filter(({ content }) => content.files.length <= 100);
    const saved = await Promise.all(possible.map(({ kind, content }) => timed(kind, file, () => save(content))));
    for (const [at, { kind }] of possible.entries()) {
      const { text, attachments } = saved[at]!;
      const lost = quote.text.split(/\s+/, 50).filter((word) => !text?.includes(word));
      expect([file, kind, kind === "forwardAttached" ? [] : lost]).toEqual([file, kind, []]);
      if (kind === "forward")
        expect([file, attachments.map(({ size }) => size)]).toEqual([
          file,
          message.attachments.map(({ size }) => size),
        ]);
      if (kind === "forwardAttached")
        expect([file, attachments.map(({ type }) => type)]).toEqual([file, ["message/rfc822"]]);
    }
  }
  // A message has at most a hundred files: more can only be forwarded as they are, in one.
  expect(tooMany).toEqual(["mime/authored/parts-3000.eml"]);
  console.info("slowest", slowest);
});
