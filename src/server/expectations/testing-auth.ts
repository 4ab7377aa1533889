import { passkeyAnswer } from "./testing-security";
import { type Expectations, goodPassword as password } from "./testing-expectation";

const token = "t".repeat(43);

/** `auth.*` itself: signing up, in and out. */
export const authExpectations: Expectations = {
  "auth.signUp": { who: "anyone", input: () => ({ company: "Acme", email: "a@b.example", password }) },
  "auth.signIn": { who: "anyone", input: () => ({ email: "a@b.example", password }) },
  "auth.secondStep": { who: "anyone" },
  "auth.signInSecondFactor": { who: "anyone", input: () => ({ code: "123456" }) },
  "auth.askPasskeyToSignIn": { who: "anyone" },
  "auth.signInPasskey": { who: "anyone", input: () => ({ answer: passkeyAnswer }) },
  "auth.switchTenant": { who: "member", isOpenToRestricted: true, input: ({ tenantId }) => ({ tenantId }) },
  "auth.signOut": { who: "anyone" },
  "auth.renew": { who: "member", isOpenToRestricted: true },
  "auth.me": { who: "member", isOpenToRestricted: true },
  "auth.confirmEmail": { who: "anyone", input: () => ({ token, password }) },
  "auth.resendConfirmation": { who: "member" },
  "auth.requestReset": { who: "anyone", input: () => ({ email: "a@b.example" }) },
  "auth.resetPassword": { who: "anyone", input: () => ({ token, password }) },
  "auth.changePassword": {
    who: "member",
    isFresh: true,
    input: () => ({ currentPassword: password, newPassword: "another long walk at dawn" }),
  },
  "auth.changeEmail": { who: "member", isFresh: true, input: () => ({ email: "new@b.example" }) },
  "auth.changeName": { who: "member", input: () => ({ name: "Ana" }) },
  "auth.keptNotices": { who: "anyone" },
};
