import { expect, test } from "bun:test";
import type { Message } from "../../schema";
import { type Answerer, answerDraft } from "./answer-draft";
import { type AnswerKind, emptyDraft } from "./draft";

const own = "ana@acme.test";
const person = (email: string, name: string | null = null) => ({ name, email });
const message = (change: Partial<Message> = {}): Message => ({
  ...{ id: "m1", threadId: "t1", mailboxIds: ["inbox"], messageId: "x@b.test", subject: "Engines", keywords: [] },
  ...{ from: [person("bob@b.test", "Bob")], to: [person(own)], cc: [], bcc: [], replyTo: [] },
  ...{ sentAt: "2026-11-22T08:00:00Z", receivedAt: "2026-11-22T08:00:01Z", preview: "", html: null, text: null },
  ...{ authentication: null, unsubscribe: null, warnings: [], pictures: "ask" },
  ...{ truncated: false, attachments: [], authentication: null, unsubscribe: null, ...change },
});
const by: Answerer = {
  ...{ owner: own, own: [own, "sales@acme.test"], format: "rich" },
  wording: { wrote: () => "Bob <b> wrote:", forwarded: () => "From: Bob\nSubject: <3" },
};
const quote = { text: "Hello.\n\n> Before.", html: '<p>Hello.<img src="cid:logo@b"></p>' };
const answer = (kind: AnswerKind, change: Partial<Message> = {}) => answerDraft(kind, message(change), quote, by);
const file = (change: Partial<Message["attachments"][number]>) => ({
  ...{ blobId: "b", name: "plan.pdf", type: "application/pdf", size: 7, cid: null, inline: false },
  ...change,
});
const emails = (people: readonly { email: string }[]) => people.map(({ email }) => email);

test("an answer goes to who wrote, with what was written quoted below", () => {
  expect(answer("reply")).toMatchObject({
    ...{ to: [person("bob@b.test", "Bob")], cc: [], subject: "Re: Engines", replyToId: "m1", owner: own },
    text: "\n\nBob <b> wrote:\n> Hello.\n>\n>> Before.\n",
    html: `<div dir="auto"><br></div><div dir="auto">Bob &lt;b&gt; wrote:</div><blockquote type="cite">${quote.html}</blockquote>`,
  });
});

test("an answer goes where the sender asked for it", () => {
  expect(answer("reply", { replyTo: [person("list@b.test")] }).to).toEqual([person("list@b.test")]);
});

test("an answer to all reaches everybody once, and not oneself under any address", () => {
  const to = [person("ANA@acme.test"), person("cleo@c.test"), person("Bob@b.test"), person("Sales@acme.test")];
  const draft = answer("replyAll", { to, cc: [person("dan@d.test"), person("cleo@c.test")] });
  expect([emails(draft.to), emails(draft.cc)]).toEqual([["bob@b.test"], ["cleo@c.test", "dan@d.test"]]);
});

test("answering one's own message goes on writing to whom it went", () => {
  const mine = { from: [person("sales@acme.test")], to: [person("bob@b.test")], cc: [person("dan@d.test")] };
  expect(emails(answer("reply", mine).to)).toEqual(["bob@b.test"]);
  expect(emails(answer("replyAll", mine).cc)).toEqual(["dan@d.test"]);
});

test.each([
  ["Re: Engines", "Re: Engines"],
  ["RE: Engines", "RE: Engines"],
  ["AW: Engines", "AW: Engines"],
  ["Regarding", "Re: Regarding"],
  ["", "Re: "],
])("the subject %p is answered as %p", (subject, answered) =>
  expect(answer("reply", { subject }).subject).toBe(answered),
);

test("an answer takes along the pictures that the quotation shows, and no other file", () => {
  const attachments = [file({}), file({ cid: "logo@b", type: "image/png" }), file({ cid: "other@b" })];
  const { files } = answer("reply", { attachments });
  expect(files.map(({ cid, source }) => [cid, source])).toEqual([
    ["logo@b", { messageId: "m1", blobId: "b", cid: "logo@b" }],
  ]);
});

test("a forwarded message goes to nobody yet, begins no answer, and takes every file along", () => {
  const draft = answer("forward", { attachments: [file({}), file({ cid: "other@b", name: null })] });
  expect(draft).toMatchObject({ to: [], subject: "Fwd: Engines", forwardOfId: "m1" });
  expect(draft.replyToId).toBeUndefined();
  expect(draft.text).toBe("\n\nFrom: Bob\nSubject: <3\n\nHello.\n\n> Before.");
  expect(draft.html).toContain('<div dir="auto">From: Bob<br>Subject: &lt;3</div>');
  expect(draft.files.map(({ name, state }) => [name, state])).toEqual([
    ["plan.pdf", "ready"],
    ["application/pdf", "ready"],
  ]);
});

test("a message that is forwarded as a file is one file and quotes nothing", () => {
  const draft = answer("forwardAttached", { attachments: [file({})] });
  expect(draft).toMatchObject({ html: "", text: "", forwardOfId: "m1" });
  expect(draft.files).toMatchObject([{ name: "Engines.eml", type: "message/rfc822", source: { messageId: "m1" } }]);
});

test("each message that is begun has a key of its own", () => {
  expect(emptyDraft(own).idempotencyKey).not.toBe(emptyDraft(own).idempotencyKey);
});
