import { administrators as roles, type Expectations } from "./testing-expectation";

const look = { who: "tenant", scope: "domains:read" } as const;
const change = { who: "tenant", scope: "domains:write", roles } as const;

/** `domains.*`. */
export const domainsExpectations: Expectations = {
  "domains.list": { ...look, input: ({ domainId }) => ({ after: domainId, limit: 5 }) },
  "domains.get": { ...look, input: ({ domainId }) => ({ domainId }) },
  "domains.add": { ...change, input: () => ({ name: `new-${Bun.randomUUIDv7()}.test` }) },
  "domains.check": { ...change, input: ({ domainId }) => ({ domainId }) },
  "domains.publishInTrial": { ...change, input: ({ domainId }) => ({ domainId }) },
  "domains.records": { ...look, input: ({ domainId }) => ({ domainId }) },
  "domains.update": { ...change, input: ({ domainId }) => ({ domainId, note: "Renewed in May" }) },
  "domains.remove": { ...change, isFresh: true, input: ({ domainId }) => ({ domainId }) },
};
