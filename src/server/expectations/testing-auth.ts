import { type Expectations, goodPassword as password } from "./testing-expectation";

/** `auth.*` itself: signing up, in and out. */
export const authExpectations: Expectations = {
  "auth.signUp": { who: "anyone", input: () => ({ company: "Acme", email: "a@b.example", password }) },
  "auth.signIn": { who: "anyone", input: () => ({ email: "a@b.example", password }) },
  "auth.signOut": { who: "anyone" },
  "auth.renew": { who: "member", isOpenToRestricted: true },
  "auth.me": { who: "member", isOpenToRestricted: true },
};
