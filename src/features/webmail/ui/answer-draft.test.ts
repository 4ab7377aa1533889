import { expect, test } from "bun:test";
import type { Message } from "../schema";
import { answerDraft, emptyDraft, type Wording } from "./answer-draft";

const own = "ana@acme.test";
const person = (email: string, name: string | null = null) => ({ name, email });
const message = (change: Partial<Message> = {}): Message => ({
  ...{ id: "m1", threadId: "t1", mailboxIds: ["inbox"], messageId: "x@b.test", subject: "Engines", keywords: [] },
  ...{ from: [person("bob@b.test", "Bob")], to: [person(own)], cc: [], bcc: [], replyTo: [] },
  ...{ sentAt: "2026-11-22T08:00:00Z", receivedAt: "2026-11-22T08:00:01Z", preview: "", html: null, text: null },
  ...{ truncated: false, attachments: [], ...change },
});
const wording: Wording = { wrote: () => "Bob wrote:", forwarded: () => "From: Bob" };
const answer = (kind: "reply" | "replyAll" | "forward", change: Partial<Message> = {}, text = "Hello.\n\n> Before.") =>
  answerDraft(kind, message(change), text, own, wording);

test("an answer goes to who wrote, with what was written quoted below", () => {
  expect(answer("reply")).toMatchObject({
    ...{ to: "bob@b.test", cc: "", subject: "Re: Engines", replyToId: "m1", owner: own },
    text: "\n\nBob wrote:\n> Hello.\n>\n>> Before.\n",
  });
});

test("an answer goes where the sender asked for it", () => {
  expect(answer("reply", { replyTo: [person("list@b.test")] }).to).toBe("list@b.test");
});

test("an answer to all reaches everybody once, and not oneself", () => {
  const to = [person("ANA@acme.test"), person("cleo@c.test"), person("Bob@b.test")];
  const draft = answer("replyAll", { to, cc: [person("dan@d.test"), person("cleo@c.test")] });
  expect([draft.to, draft.cc]).toEqual(["bob@b.test", "cleo@c.test, dan@d.test"]);
});

test("answering one's own message goes on writing to whom it went", () => {
  const mine = { from: [person(own)], to: [person("bob@b.test")], cc: [person("dan@d.test")] };
  expect([answer("reply", mine).to, answer("replyAll", mine).cc]).toEqual(["bob@b.test", "dan@d.test"]);
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

test("a forwarded message goes to nobody yet, begins no answer, and says which files stay behind", () => {
  const file = { blobId: "b", name: "plan.pdf", type: "application/pdf", size: 1, cid: null, inline: false };
  const draft = answer("forward", { attachments: [file] }, "Hello.");
  expect(draft).toMatchObject({ to: "", subject: "Fwd: Engines", leftBehind: ["plan.pdf"] });
  expect(draft.replyToId).toBeUndefined();
  expect(draft.text).toBe("\n\nFrom: Bob\n\nHello.");
});

test("each message that is begun has a key of its own", () => {
  expect(emptyDraft(own).idempotencyKey).not.toBe(emptyDraft(own).idempotencyKey);
});
