import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { SaveDraft } from "../../schema/drafts";
import { withEngine } from "../session-engine";
import { testMailboxes } from "../testing-webmail";
import { removeDraft } from "./remove-draft";
import { saveDraft } from "./save-draft";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;
const count = (role: "drafts" | "trash") =>
  withEngine(ctx, async (engine) => (await engine.threads.list({ mailbox: { role }, limit: 5 })).total);

test("a draft that is thrown away lies in the trash, and nobody else can throw it away", async () => {
  const written = { draftKey: crypto.randomUUID(), writer: crypto.randomUUID() };
  const { draftId } = await saveDraft(ctx, SaveDraft.parse({ ...written, to: [], subject: "Plans", text: "Hello." }));
  await removeDraft(people.bea.ctx, { ...written, draftId });
  expect([await count("drafts"), await count("trash")]).toEqual([1, 0]);
  await removeDraft(ctx, { ...written, draftId });
  await removeDraft(ctx, { ...written, draftId });
  expect([await count("drafts"), await count("trash")]).toEqual([0, 1]);
});
