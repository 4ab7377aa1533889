import { type Expectations, goodPassword as password } from "./testing-expectation";

/** `webmail.*` and the panel's stream. */
export const webmailExpectations: Expectations = {
  "live.events": { who: "member" },
  "webmail.signIn": { who: "anyone", input: () => ({ address: "ana@hostile.test", password }) },
  "webmail.signOut": { who: "anyone" },
  "webmail.me": { who: "mailbox" },
  "webmail.overview": {
    ...{ who: "mailbox", idsAreLocal: true },
    input: ({ mailboxId, messageId }) => ({ mailboxId, after: messageId, limit: 5 }),
  },
  "webmail.threads": {
    ...{ who: "mailbox", idsAreLocal: true },
    input: ({ mailboxId, messageId }) => ({ mailboxId, after: messageId, limit: 5 }),
  },
  "webmail.thread": { who: "mailbox", input: ({ threadId }) => ({ threadId }) },
  "webmail.mailboxes": { who: "mailbox" },
  "webmail.preferences.get": { who: "mailbox" },
  "webmail.preferences.set": {
    who: "mailbox",
    input: ({ signatureId }) => ({
      ...{ density: "compact", hasPreviews: false, pane: "single", images: "always", undoSeconds: 5, format: "plain" },
      signatures: { "ana@hostile.test": signatureId },
    }),
  },
  "webmail.messages": {
    ...{ who: "mailbox", idsAreLocal: true },
    input: ({ mailboxId, messageId }) => ({ mailboxId, after: messageId, limit: 5 }),
  },
  "webmail.message": { who: "mailbox", input: ({ messageId }) => ({ messageId }) },
  "webmail.update": {
    who: "mailbox",
    input: ({ messageId, mailboxId }) => ({ messageId, isRead: true, isFlagged: true, mailboxId }),
  },
  "webmail.remove": { who: "mailbox", input: ({ messageId }) => ({ messageId }) },
  "webmail.setKeyword": {
    who: "mailbox",
    input: ({ messageId }) => ({ messageIds: [messageId], keyword: "$seen", value: true }),
  },
  "webmail.move": {
    who: "mailbox",
    input: ({ messageId, mailboxId }) => ({ messageIds: [messageId], to: { mailboxId } }),
  },
  "webmail.send": {
    who: "mailbox",
    idsAreLocal: true,
    input: ({ messageId }) => ({
      ...{ idempotencyKey: crypto.randomUUID(), to: ["x@elsewhere.test"], cc: [], bcc: [], subject: "s", text: "t" },
      ...{ replyToId: messageId, forwardOfId: messageId, draftId: messageId, html: "<p>t</p>", undoSeconds: 10 },
      ...{ from: "ana@hostile.test", sendAt: new Date(Date.now() + 3_600_000).toISOString() },
    }),
  },
  "webmail.activity": { who: "mailbox", input: ({ auditId }) => ({ after: `${auditId} 1`, limit: 5 }) },
  "webmail.live": { who: "mailbox", input: () => ({ since: { Email: "x" } }) },
  "webmail.vacation.get": { who: "mailbox" },
  "webmail.vacation.set": {
    who: "mailbox",
    input: () => ({
      ...{ isEnabled: true, fromDate: "2026-12-24", untilDate: "2026-12-31", zone: "+0100" },
      ...{ subject: "Away", text: "Back soon." },
    }),
  },
};
