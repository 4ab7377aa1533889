import { expect, test } from "bun:test";
import { MessageObject, toMessage } from "./message.ts";

const part = (partId: string, type: string, more: object = {}) => ({
  partId,
  blobId: `b${partId}`,
  type,
  size: 1,
  ...more,
});

function shown(change: object) {
  const base = { id: "e", threadId: "t", mailboxIds: { a: true }, receivedAt: "2026-11-22T10:00:00Z" };
  return toMessage(MessageObject.parse({ ...base, ...change }));
}

test("a message that says next to nothing is still a message", () => {
  expect(shown({ from: null, subject: null, bodyValues: null })).toMatchObject({
    from: [],
    subject: "",
    html: null,
    text: null,
    messageId: null,
    sentAt: null,
    attachments: [],
    authenticationResults: [],
  });
});

test("the footer that a mailing list puts below the HTML is shown as the text it is", () => {
  const message = shown({
    htmlBody: [part("1", "text/html"), part("2", "text/plain")],
    textBody: [part("1", "text/html"), part("2", "text/plain")],
    bodyValues: { 1: { value: "<p>Hi</p>" }, 2: { value: "<list@x.test>", isTruncated: true } },
  });
  expect(message.html).toBe("<p>Hi</p><pre>&lt;list@x.test&gt;</pre>");
  expect(message.text?.trim()).toBe("<list@x.test>");
  expect(message.truncated).toBe(true);
});

test("a picture between paragraphs is an attachment, once, and a body is none", () => {
  const picture = part("2", "image/png", { cid: "p", disposition: "inline" });
  const message = shown({
    htmlBody: [part("1", "text/html"), picture],
    textBody: [part("1", "text/html"), picture],
    attachments: [part("3", "text/plain", { blobId: "b2", charset: "koi8-r" })],
    bodyValues: { 1: { value: "x" } },
  });
  expect(message.attachments).toEqual([
    { blobId: "b2", name: null, type: "text/plain", size: 1, charset: "koi8-r", cid: null, inline: false },
    { blobId: "b2", name: null, type: "image/png", size: 1, cid: "p", inline: true },
  ]);
  expect(message.text).toBeNull();
});

test("keywords that the engine keeps for itself are nobody's marks", () => {
  const keywords = { $seen: true, $Flagged: true, $hasattachment: true, $hasnoattachment: true, old: false };
  expect(shown({ keywords }).keywords).toEqual(["$seen", "$flagged"]);
});

test("folded Authentication-Results become one line each", () => {
  const results = shown({ "header:Authentication-Results:all": [" mx.test;\r\n\tdkim=pass", " mx2.test; spf=fail"] });
  expect(results.authenticationResults).toEqual(["mx.test;\tdkim=pass", "mx2.test; spf=fail"]);
});
