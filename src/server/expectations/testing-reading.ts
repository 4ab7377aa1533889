import type { Expectations } from "./testing-expectation";

/** `webmail.reading.*`: pictures from the internet, whom to believe, and lists that are left. */
export const readingExpectations: Expectations = {
  // No address of the web: what is sealed is another text each time.
  "webmail.reading.sealPictures": { who: "mailbox", input: () => ({ urls: ["picture.png"] }) },
  "webmail.reading.acquaintance": {
    who: "mailbox",
    input: () => ({ address: "bo@elsewhere.example", before: "2026-01-01T00:00:00.000Z" }),
  },
  "webmail.reading.trust": { who: "mailbox", input: ({ messageId }) => ({ messageId }) },
  "webmail.reading.distrust": { who: "mailbox", input: () => ({ address: "bo@elsewhere.example" }) },
  "webmail.reading.unsubscribe": { who: "mailbox", input: ({ messageId }) => ({ messageId }) },
};
