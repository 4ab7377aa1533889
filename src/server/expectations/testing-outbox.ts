import type { Expectations } from "./testing-expectation";

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

/** `webmail.outbox.*`: what was sent, while it can be changed and after. */
export const outboxExpectations: Expectations = {
  "webmail.outbox.list": {
    who: "mailbox",
    input: ({ submissionId }) => ({ after: `0 1 ${submissionId}`, limit: 5 }),
  },
  "webmail.outbox.count": { who: "mailbox" },
  "webmail.outbox.reschedule": {
    who: "mailbox",
    input: ({ submissionId }) => ({ submissionId, sendAt: inAnHour() }),
  },
  "webmail.outbox.cancel": { who: "mailbox", input: ({ submissionId }) => ({ submissionId }) },
};
