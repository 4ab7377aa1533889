import type { Expectations } from "./testing-expectation";

/** `webmail.parts.*`: what a message consists of. */
export const partsExpectations: Expectations = {
  "webmail.parts.headers": { who: "mailbox", input: ({ messageId }) => ({ messageId }) },
  "webmail.parts.whole": { who: "mailbox", input: ({ messageId }) => ({ messageId }) },
};
