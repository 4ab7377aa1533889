import type { Expectations } from "./testing-expectation";

const look = { who: "tenant", scope: "users:read" } as const;

/** `users.usage.*`. */
export const usageExpectations: Expectations = {
  "users.usage.get": { ...look, input: ({ userId }) => ({ userId }) },
  "users.usage.tenant": { ...look, roles: ["owner", "admin", "viewer"] },
  "users.usage.setMode": {
    ...{ who: "tenant", scope: "users:write", roles: ["owner", "admin"] },
    input: () => ({ mode: "pooled" }),
  },
};
