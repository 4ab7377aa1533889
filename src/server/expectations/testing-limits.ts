import { type Expectations, userAdministrators } from "./testing-expectation";

const look = { who: "tenant", scope: "users:read" } as const;
const change = { who: "tenant", scope: "users:write" } as const;
const pair = { perHour: 50, perDay: 200 };

/** What may be sent. */
export const limitsExpectations: Expectations = {
  "users.limits.get": { ...look, input: ({ userId }) => ({ userId }) },
  "users.limits.set": { ...change, roles: userAdministrators, input: ({ userId }) => ({ userId, ...pair }) },
  "users.limits.getTenant": { ...look, roles: ["owner", "admin", "viewer"] },
  "users.limits.list": { ...look, input: () => ({ after: "a.test", limit: 5 }) },
  "users.limits.getDomain": { ...look, input: ({ domainId }) => ({ domainId }) },
  "webmail.sendLimits": { who: "mailbox" },
  "users.limits.setDomain": { ...change, roles: ["owner", "admin"], input: ({ domainId }) => ({ domainId, ...pair }) },
};
