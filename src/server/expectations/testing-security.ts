import { type Expectations, goodPassword as password } from "./testing-expectation";

/** `auth.security.*`. */
export const securityExpectations: Expectations = {
  "auth.security.proofMethods": { who: "member", isOpenToRestricted: true },
  "auth.security.stepUp": { who: "member", isOpenToRestricted: true, input: () => ({ password, code: "123456" }) },
  "auth.security.requireFresh": { who: "member", isOpenToRestricted: true, isFresh: true },
  "auth.security.identities": { who: "member", isOpenToRestricted: true },
  "auth.security.link": { who: "member", isFresh: true, input: () => ({ provider: "google" }) },
  "auth.security.unlink": { who: "member", isFresh: true, input: ({ identityId }) => ({ identityId }) },
};
