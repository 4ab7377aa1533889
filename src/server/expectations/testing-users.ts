import { type Expectations, goodPassword as password, userAdministrators as roles } from "./testing-expectation";

const look = { who: "tenant", scope: "users:read" } as const;
const change = { who: "tenant", scope: "users:write", roles } as const;
const quotaBytes = 1024 ** 3;

/** `users.*`: mailbox users. */
export const usersExpectations: Expectations = {
  "users.list": {
    ...look,
    input: ({ domainId, userId }) => ({
      ...{ domainId, search: "ana", is: ["active"], inactiveDays: 30, sort: "usage", order: "asc" },
      ...{ after: `${userId} 1`, limit: 5 },
    }),
  },
  "users.get": { ...look, input: ({ userId }) => ({ userId }) },
  "users.create": {
    ...change,
    input: ({ domainId }) => ({ domainId, localPart: "eve", displayName: "Eve", password, quotaBytes }),
  },
  "users.setPassword": { ...change, input: ({ userId }) => ({ userId, password }) },
  "users.setQuota": { ...change, input: ({ userId }) => ({ userId, quotaBytes }) },
  "users.update": { ...change, input: ({ userId }) => ({ userId, displayName: "Eve", quotaBytes }) },
  "users.setState": { ...change, input: ({ userId }) => ({ userId, state: "suspended" }) },
  "users.suspend": { ...change, input: ({ userId }) => ({ userId }) },
  "users.resume": { ...change, input: ({ userId }) => ({ userId }) },
  "users.rename": { ...change, input: ({ userId }) => ({ userId, localPart: "eve", keepsOld: true }) },
  "users.retry": { ...change, input: ({ userId }) => ({ userId }) },
  "users.undelete": { ...change, input: ({ userId }) => ({ userId }) },
  "users.purge": { ...change, isFresh: true, input: ({ userId }) => ({ userId }) },
  "users.remove": { ...change, input: ({ userId }) => ({ userId }) },
};
