import { expect, test } from "bun:test";
import { type Draft, emptyDraft } from "./draft";
import { sendWarnings } from "./send-warnings";

const draft = (change: Partial<Draft> = {}): Draft => ({ ...emptyDraft("ana@acme.test"), subject: "Plan", ...change });
const file: Draft["files"][number] = { key: "1", name: "plan.pdf", type: "application/pdf", size: 1, state: "ready" };

test.each([
  "The plan is attached.",
  "See the attachments, please",
  "Anbei der Plan.",
  "Ich habe ihn angehängt",
  "Er liegt im Anhang",
  "beigefügt: ein Foto",
  "als Anlage",
])("who writes %p and attaches nothing is asked", (words) => {
  expect(sendWarnings(draft(), words)).toEqual(["attachment"]);
  expect(sendWarnings(draft({ files: [file] }), words)).toEqual([]);
  expect(sendWarnings(draft({ files: [{ ...file, state: "uploading" }] }), words)).toEqual([]);
});

test.each(["Anhänger", "reattach", "abhängig", "Die Anlage läuft", "unattached"])("%p is not about a file", (words) =>
  expect(sendWarnings(draft(), words)).toEqual([]),
);

test("a picture of what is quoted is not what one speaks of", () => {
  const quoted = { ...file, cid: "logo@b", source: { messageId: "m", blobId: "b", cid: "logo@b" } };
  expect(sendWarnings(draft({ files: [quoted] }), "It is attached")).toEqual(["attachment"]);
});

test("a message without a subject, and an answer to very many, are asked about", () => {
  const to = Array.from({ length: 16 }, (_, at) => ({ name: null, email: `p${at}@x.test` }));
  expect(sendWarnings(draft({ subject: " " }), "")).toEqual(["subject"]);
  expect(sendWarnings(draft({ kind: "replyAll", to }), "")).toEqual(["many"]);
  expect(sendWarnings(draft({ kind: "new", to }), "")).toEqual([]);
});
