import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { SaveDraft } from "../../schema/drafts";
import { withEngine } from "../session-engine";
import { putMail, testMailboxes } from "../testing-webmail";
import { openDraft } from "./open-draft";
import { saveDraft } from "./save-draft";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;
const draft = (change: Partial<SaveDraft> = {}) =>
  SaveDraft.parse({
    ...{ draftKey: crypto.randomUUID(), writer: crypto.randomUUID(), to: [], subject: "Plans", text: "Hello." },
    ...change,
  });

test("a draft that another mail program wrote opens too, under a key of its own", async () => {
  const raw = new TextEncoder().encode(
    ["From: ana@acme.test", "Subject: Elsewhere", "Message-ID: <1@phone.test>", "", "Written on a phone."].join("\r\n"),
  );
  const { id } = await withEngine(ctx, (engine) =>
    engine.messages.import({ raw, role: "drafts", keywords: ["$draft", "$seen"], receivedAt: new Date() }),
  );
  const opened = await openDraft(ctx, { draftId: id });
  expect(opened).toMatchObject({ subject: "Elsewhere", text: "Written on a phone.", html: null, replyToId: null });
  expect((await openDraft(ctx, { draftId: id })).draftKey).not.toBe(opened.draftKey);
  const saved = await saveDraft(ctx, draft({ draftKey: opened.draftKey, draftId: id }));
  expect(saved.conflict).toBeNull();
  expect(await refusalOf(openDraft(ctx, { draftId: id }))).toBe("message.not_found");
});

test("what a draft answers or forwards is known, also under another subject", async () => {
  const replyToId = await putMail(ctx, { subject: "A question" });
  const { draftId } = await saveDraft(ctx, draft({ replyToId }));
  expect(await openDraft(ctx, { draftId })).toMatchObject({ replyToId, forwardOfId: null });
  const forwarded = await saveDraft(ctx, draft({ forwardOfId: replyToId }));
  expect(await openDraft(ctx, forwarded)).toMatchObject({ replyToId: null, forwardOfId: replyToId });
  await withEngine(ctx, (engine) => engine.messages.destroy([replyToId]));
  const { conflict } = await saveDraft(ctx, draft({ replyToId }));
  expect(conflict).toBeNull();
});

test("only one's own drafts open, and nothing that is no draft", async () => {
  const { draftId } = await saveDraft(ctx, draft());
  const received = await putMail(ctx, { subject: "No draft" });
  expect(await refusalOf(openDraft(people.bea.ctx, { draftId }))).toBe("message.not_found");
  expect(await refusalOf(openDraft(ctx, { draftId: received }))).toBe("message.not_found");
});
