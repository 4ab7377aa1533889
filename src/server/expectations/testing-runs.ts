import { type Expectations, userAdministrators as roles } from "./testing-expectation";

const look = { who: "tenant", scope: "users:read" } as const;
const change = { who: "tenant", scope: "users:write", roles } as const;
const byMember = { who: "member", roles } as const;

/** `users.runs.*` and `users.bulk.*`: what is done to many mailbox users at once. */
export const runsExpectations: Expectations = {
  "users.runs.list": { ...look, input: ({ runId }) => ({ kind: "import", after: runId, limit: 5 }) },
  "users.runs.get": { ...look, input: ({ runId }) => ({ runId }) },
  "users.runs.rows": { ...look, input: ({ runId }) => ({ runId, state: "waiting", after: 0, limit: 5 }) },
  "users.runs.cancel": { ...change, input: ({ runId }) => ({ runId }) },
  "users.bulk.preview": {
    ...byMember,
    input: ({ domainId }) => ({
      action: "suspend",
      filter: { domainId, search: "ana", is: ["active"], inactiveDays: 30 },
    }),
  },
  "users.bulk.start": {
    ...byMember,
    input: ({ userId }) => ({
      ...{ action: "suspend", userIds: [userId], expected: 1, blocks: ["send"], quotaBytes: 1024 ** 3 },
    }),
  },
  "users.bulk.undo": { ...byMember, input: ({ runId }) => ({ runId }) },
};
