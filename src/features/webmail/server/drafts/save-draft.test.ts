import { expect, test } from "bun:test";
import { createEngine } from "~/engine/create-engine";
import type { MailboxCtx } from "~/server/context";
import { startLossyProxy } from "~/engine/contract-lossy-proxy";
import { refusalOf, testServices } from "~/server/testing";
import { SaveDraft } from "../../schema/drafts";
import { putFile } from "../files/testing-files";
import { removeFiles } from "../files/remove-files";
import { withEngine } from "../session-engine";
import { putMail, testMailboxes } from "../testing-webmail";
import { openDraft } from "./open-draft";
import { removeDraft } from "./remove-draft";
import { saveDraft } from "./save-draft";

const { services, engineUrl, engineAuth } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea", "cleo", "dora", "emil", "finn"]);

const draft = (change: Partial<SaveDraft> = {}) =>
  SaveDraft.parse({
    ...{
      draftKey: crypto.randomUUID(),
      writer: crypto.randomUUID(),
      to: [],
      subject: "Plans",
      text: "Hello.",
      ...change,
    },
  });
const rowsIn = (ctx: MailboxCtx, role: "drafts" | "trash") =>
  withEngine(ctx, async (engine) => (await engine.threads.list({ mailbox: { role }, limit: 50 })).threads);
const textsIn = async (ctx: MailboxCtx, role: "drafts" | "trash" = "drafts") => {
  const ids = (await rowsIn(ctx, role)).flatMap(({ messageIds }) => messageIds);
  const texts = ids.map((id) => withEngine(ctx, async (engine) => (await engine.messages.get(id)).text?.trim()));
  return (await Promise.all(texts)).sort();
};

test("a draft that is saved over and over is one draft, and opens as it was written", async () => {
  const { ctx } = people.ana;
  const answered = await putMail(ctx, { subject: "Plans?" });
  const to = [{ name: "Grace Hopper", email: "grace@navy.example" }, "bo@x.test"];
  const first = draft({ to, cc: ["cc@x.test"], html: "<p>Hello.</p>", subject: "Re: Plans?", replyToId: answered });
  const { draftId } = await saveDraft(ctx, first);
  const second = await saveDraft(ctx, { ...first, draftId, text: "Hello again.", html: "<p>Hello again.</p>" });
  expect(second.conflict).toBeNull();
  expect(await textsIn(ctx)).toEqual(["Hello again."]);
  expect(await openDraft(ctx, second)).toMatchObject({
    ...{ draftId: second.draftId, draftKey: first.draftKey, from: "ana@acme.test", subject: "Re: Plans?" },
    ...{ to: [to[0], { name: null, email: "bo@x.test" }], cc: [{ name: null, email: "cc@x.test" }], bcc: [] },
    ...{ html: "<p>Hello again.</p>", files: [], replyToId: answered },
  });
  expect(await refusalOf(openDraft(ctx, { draftId: answered }))).toBe("message.not_found");
  expect(await refusalOf(openDraft(people.bea.ctx, second))).toBe("message.not_found");
});

test("files stay with the draft from one save to the next, also when they wait nowhere else any more", async () => {
  const { ctx } = people.bea;
  const fileId = await putFile(ctx, "a.txt", "One.");
  const picture = await putFile(ctx, "b.png", "Two.", "image/png");
  const files = [{ fileId }, { fileId: picture, cid: "pic@x" }];
  const first = draft({ html: '<img src="cid:pic@x">', files });
  const one = await saveDraft(ctx, first);
  expect(one.files).toEqual(files);
  await removeFiles(ctx, files);
  const two = await saveDraft(ctx, { ...first, draftId: one.draftId, text: "More." });
  const opened = await openDraft(ctx, two);
  const shown = opened.files.map(({ name, size, isShown }) => `${name} ${size} ${isShown}`).sort();
  expect(shown).toEqual(["a.txt 4 false", "b.png 4 true"]);

  const elsewhere = { ...first, writer: crypto.randomUUID(), files: opened.files.map(({ source }) => source) };
  const three = await saveDraft(ctx, { ...elsewhere, draftId: two.draftId });
  const four = await saveDraft(ctx, { ...elsewhere, files: three.files, draftId: three.draftId });
  expect((await openDraft(ctx, four)).files).toHaveLength(2);
  expect(await rowsIn(ctx, "drafts")).toHaveLength(1);
  const nothing = draft({ files: [{ fileId: crypto.randomUUID() }] });
  expect(await refusalOf(saveDraft(ctx, nothing))).toBe("file.not_found");
});

test("what two tabs make of one draft is kept, and whoever comes second is told", async () => {
  const { ctx } = people.cleo;
  const one = draft({ text: "begin" });
  const other = { ...one, writer: crypto.randomUUID() };
  const { draftId } = await saveDraft(ctx, one);
  const mine = await saveDraft(ctx, { ...one, draftId, text: "of one" });
  const theirs = await saveDraft(ctx, { ...other, draftId, text: "of the other" });
  expect([mine.conflict, theirs.conflict?.draftId]).toEqual([null, mine.draftId]);
  expect(await textsIn(ctx)).toEqual(["of one", "of the other"]);

  const against = [theirs.conflict!.draftId];
  const decided = await saveDraft(ctx, { ...other, draftId: theirs.draftId, against, text: "of the other" });
  expect([decided.conflict, await textsIn(ctx)]).toEqual([null, ["of the other"]]);
  const late = await saveDraft(ctx, { ...one, draftId: mine.draftId, text: "of one, later" });
  expect(late.conflict?.draftId).toBe(decided.draftId);
  await removeDraft(ctx, { ...late, draftKey: one.draftKey, writer: one.writer });
  expect([await textsIn(ctx), await textsIn(ctx, "trash")]).toEqual([["of the other"], ["of one, later"]]);
});

test("a draft that was thrown away comes back from the trash when it is saved again", async () => {
  const { ctx } = people.dora;
  const one = draft();
  const saved = await saveDraft(ctx, one);
  await removeDraft(ctx, { draftKey: one.draftKey, writer: one.writer });
  await removeDraft(ctx, { draftKey: one.draftKey, writer: one.writer });
  expect([await textsIn(ctx), await textsIn(ctx, "trash")]).toEqual([[], ["Hello."]]);
  await saveDraft(ctx, { ...one, draftId: saved.draftId });
  expect([await textsIn(ctx), await textsIn(ctx, "trash")]).toEqual([["Hello."], []]);
});

test("whichever reply of the mail server is lost, the draft is there once", async () => {
  const proxy = await startLossyProxy(engineUrl);
  const engine = createEngine({ baseUrl: proxy.baseUrl, serviceAuth: engineAuth });
  const ctx = { ...people.emil.ctx, engine };
  try {
    const one = draft({ text: "1" });
    const { draftId } = await saveDraft(ctx, one);
    proxy.loseRepliesTo(/"create"/);
    const saved = await saveDraft(ctx, { ...one, draftId, text: "2" });
    expect([saved.conflict, await textsIn(people.emil.ctx)]).toEqual([null, ["2"]]);

    proxy.loseRepliesTo(/Email\/set|Email\/query/);
    expect(await refusalOf(saveDraft(ctx, { ...one, draftId: saved.draftId, text: "3" }))).toBe(
      "draft.unknown_outcome",
    );
    expect(await textsIn(people.emil.ctx)).toEqual(["3"]);
    const again = { ...one, draftId: saved.draftId, text: "4", isRepeated: true };
    expect((await saveDraft(people.emil.ctx, again)).conflict).toBeNull();
    expect(await textsIn(people.emil.ctx)).toEqual(["4"]);
  } finally {
    await proxy.stop();
  }
});

test("the first save of a draft may be repeated too, however often it arrived", async () => {
  const { ctx } = people.finn;
  const one = draft({ text: "1" });
  await saveDraft(ctx, one);
  const again = await saveDraft(ctx, { ...one, text: "2", isRepeated: true });
  await saveDraft(ctx, { ...one, text: "3", isRepeated: true });
  expect([again.conflict, await textsIn(ctx)]).toEqual([null, ["3"]]);
});

test("a save that was long on its way replaces no later one, whichever arrives first", async () => {
  const { ctx } = people.finn;
  const one = draft({ subject: "Late", text: "1", revision: 1 });
  const { draftId } = await saveDraft(ctx, one);
  const third = await saveDraft(ctx, { ...one, text: "3", revision: 3, draftId, isRepeated: true });
  for (const isRepeated of [false, true]) {
    const late = await saveDraft(ctx, { ...one, text: "2", revision: 2, draftId, isRepeated });
    expect([late.draftId, late.conflict]).toEqual([third.draftId, null]);
  }
  await saveDraft(ctx, { ...one, text: "0", revision: 0 });
  // The other one is that of the test before.
  expect(await textsIn(ctx)).toEqual(["3", "3"]);
});
