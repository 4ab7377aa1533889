import type { Expectations } from "./testing-expectation";

const words = { name: "Work", html: "<p>Ana</p>", text: "Ana" };

/** `webmail.composing.*`: writing. */
export const composingExpectations: Expectations = {
  "webmail.composing.setup": { who: "mailbox" },
  "webmail.composing.suggest": { who: "mailbox", input: () => ({ text: "a" }) },
  "webmail.composing.signatures.add": { who: "mailbox", input: () => words },
  "webmail.composing.signatures.set": { who: "mailbox", input: ({ signatureId }) => ({ signatureId, ...words }) },
  "webmail.composing.signatures.remove": { who: "mailbox", input: ({ signatureId }) => ({ signatureId }) },
};
