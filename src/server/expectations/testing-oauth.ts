import type { Expectations } from "./testing-expectation";

/** `auth.oauth.*`: signing in and up by a provider. */
export const oauthExpectations: Expectations = {
  "auth.oauth.providers": { who: "anyone" },
  "auth.oauth.newcomer": { who: "anyone" },
  "auth.oauth.signUp": { who: "anyone", input: () => ({ company: "Acme", email: "a@b.example" }) },
};
