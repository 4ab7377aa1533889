import type { Expectations } from "./testing-expectation";

/** `webmail.drafts.*` and `webmail.files.*` */
export const draftsExpectations: Expectations = {
  "webmail.drafts.save": {
    ...{ who: "mailbox", idsAreLocal: true },
    input: ({ messageId, threadId, blobId, fileId }) => ({
      ...{ draftKey: crypto.randomUUID(), writer: crypto.randomUUID(), draftId: messageId, against: [threadId] },
      ...{
        isRepeated: true,
        revision: 1,
        from: "ana@hostile.test",
        to: ["x@elsewhere.test"],
        cc: [],
        bcc: [],
        subject: "s",
      },
      ...{ text: "t", html: "<p>t</p>", replyToId: messageId, forwardOfId: messageId },
      files: [{ fileId }, { messageId, blobId, cid: "1@x" }],
    }),
  },
  "webmail.drafts.open": { ...{ who: "mailbox", idsAreLocal: true }, input: ({ messageId: draftId }) => ({ draftId }) },
  "webmail.drafts.remove": {
    ...{ who: "mailbox", idsAreLocal: true },
    input: ({ messageId: draftId }) => ({ draftKey: crypto.randomUUID(), writer: crypto.randomUUID(), draftId }),
  },
  "webmail.files.limits": { who: "mailbox" },
  "webmail.files.remove": { who: "mailbox", input: ({ fileId }) => ({ fileId }) },
};
