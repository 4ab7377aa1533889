import { type Expectations, userAdministrators as roles } from "./testing-expectation";

const change = { who: "tenant", scope: "users:write", roles } as const;

/** `users.guard.*`: mailboxes that were stopped from sending. */
export const guardExpectations: Expectations = {
  "users.guard.list": {
    ...{ who: "tenant", scope: "users:read" },
    input: ({ userId, guardCaseId }) => ({ userId, state: "open", after: guardCaseId, limit: 5 }),
  },
  "users.guard.release": { ...change, input: ({ guardCaseId }) => ({ caseId: guardCaseId }) },
  "users.guard.confirm": { ...change, input: ({ guardCaseId }) => ({ caseId: guardCaseId }) },
};
