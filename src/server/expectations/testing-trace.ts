import { type Expectations, userAdministrators as roles } from "./testing-expectation";

const look = { who: "tenant", scope: "users:read" } as const;
const change = { who: "tenant", scope: "users:write", roles } as const;
const after = (id: string) => `${id} 1`;

/** `users.trace.*` and `webmail.trace.*`: what became of mail. */
export const traceExpectations: Expectations = {
  "users.trace.list": {
    ...look,
    input: ({ userId, mailDeliveryId }) => ({
      ...{ userId, sender: "ana", recipient: "bo", state: "failed", search: "x" },
      ...{ from: "2026-01-01T00:00:00.000Z", to: "2027-01-01T00:00:00.000Z", after: after(mailDeliveryId), limit: 5 },
    }),
  },
  "users.trace.get": { ...look, input: ({ mailDeliveryId }) => ({ mailDeliveryId }) },
  "users.trace.retry": { ...change, input: ({ mailDeliveryId }) => ({ mailDeliveryId }) },
  "users.trace.cancel": { ...change, input: ({ mailDeliveryId }) => ({ mailDeliveryId, all: true }) },
  "webmail.trace.list": {
    who: "mailbox",
    input: ({ mailDeliveryId }) => ({ messageId: "a@b", state: "failed", after: after(mailDeliveryId), limit: 5 }),
  },
  "webmail.trace.get": { who: "mailbox", input: ({ mailDeliveryId }) => ({ mailDeliveryId }) },
  "webmail.trace.cancel": { who: "mailbox", input: ({ mailDeliveryId }) => ({ mailDeliveryId, all: true }) },
};
