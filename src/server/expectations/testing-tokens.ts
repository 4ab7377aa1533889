import type { Expectations } from "./testing-expectation";

/** `auth.tokens.*`. */
export const tokensExpectations: Expectations = {
  "auth.tokens.list": { who: "member", input: ({ tokenId }) => ({ after: tokenId, limit: 5 }) },
  "auth.tokens.create": {
    ...{ who: "member", isFresh: true },
    input: ({ domainId }) => ({
      ...{ name: "ci", holder: "me", scopes: ["users:read"], domainIds: [domainId] },
      ...{ networks: ["192.0.2.0/24"], expiresInDays: 30 },
    }),
  },
  "auth.tokens.reference": { who: "anyone" },
  "auth.tokens.revoke": { who: "member", isFresh: true, input: ({ tokenId }) => ({ tokenId }) },
};
