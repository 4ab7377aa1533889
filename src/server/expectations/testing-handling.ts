import type { Expectations } from "./testing-expectation";

/** `webmail.folders.*`, `webmail.labels.*` and `webmail.bulk.*` */
export const handlingExpectations: Expectations = {
  "webmail.folders.create": {
    ...{ who: "mailbox", idsAreLocal: true },
    input: ({ mailboxId: parentId }) => ({ name: `Folder ${crypto.randomUUID()}`, parentId }),
  },
  "webmail.folders.update": {
    ...{ who: "mailbox", idsAreLocal: true },
    input: ({ mailboxId, threadId: parentId }) => ({ mailboxId, name: `Folder ${crypto.randomUUID()}`, parentId }),
  },
  "webmail.folders.remove": { who: "mailbox", idsAreLocal: true, input: ({ mailboxId }) => ({ mailboxId }) },
  "webmail.labels.list": { who: "mailbox" },
  "webmail.labels.create": {
    who: "mailbox",
    input: () => ({ name: `Label ${crypto.randomUUID()}`, colour: "teal" }),
  },
  "webmail.labels.update": {
    who: "mailbox",
    input: ({ labelId }) => ({ labelId, name: `Label ${crypto.randomUUID()}`, colour: "teal" }),
  },
  "webmail.labels.remove": { who: "mailbox", input: ({ labelId }) => ({ labelId }) },
  "webmail.bulk.step": {
    ...{ who: "mailbox", idsAreLocal: true },
    input: ({ mailboxId }) => ({
      ...{ mailboxId, filter: { label: "tax" }, act: { do: "mark", keyword: "$flagged", value: true } },
      ...{ until: "2026-01-01T00:00:00Z", position: 0 },
    }),
  },
  "webmail.bulk.destroy": {
    ...{ who: "mailbox", idsAreLocal: true },
    input: ({ messageId }) => ({ messageIds: [messageId], from: "trash" }),
  },
};
