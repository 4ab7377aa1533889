import { administrators as roles, type Expectations } from "./testing-expectation";

const look = { who: "tenant", scope: "domains:read" } as const;
const change = { who: "tenant", scope: "domains:write", roles } as const;
const token = "a-token-of-a-dns-provider";

/** `domains.connect.*`. */
export const connectExpectations: Expectations = {
  "domains.connect.get": { ...look, input: ({ domainId }) => ({ domainId }) },
  "domains.connect.discover": { ...change, input: ({ domainId }) => ({ domainId, movesMail: false }) },
  "domains.connect.plan": {
    ...{ ...change, isFresh: true },
    input: ({ domainId }) => ({ domainId, token, movesMail: false }),
  },
  "domains.connect.change": {
    ...{ ...change, isFresh: true },
    input: ({ domainId, changeId }) => ({ domainId, changeId, token, keepsToken: false }),
  },
  "domains.connect.undo": {
    ...{ ...change, isFresh: true },
    input: ({ domainId, changeId }) => ({ domainId, changeId, token, keepsToken: false }),
  },
  "domains.connect.forget": { ...change, input: ({ domainId }) => ({ domainId }) },
};
