import { type Expectations, goodPassword as password, userAdministrators as roles } from "./testing-expectation";

const look = { who: "tenant", scope: "users:read" } as const;
const change = { who: "tenant", scope: "users:write", roles } as const;

const mailbox = { who: "mailbox" } as const;
const token = "x".repeat(43);
const email = "ana@elsewhere.example";

/** `users.access.*` and `webmail.security.*`: how mailbox users get in. */
export const accessExpectations: Expectations = {
  "users.access.get": { ...look, input: ({ userId }) => ({ userId }) },
  "users.access.invite": { ...change, input: ({ userId }) => ({ userId, email }) },
  "users.access.sendReset": { ...change, isFresh: true, input: ({ userId }) => ({ userId, toRecovery: false }) },
  "users.access.revokeLink": { ...change, input: ({ userId }) => ({ userId }) },
  "users.access.proposeRecovery": {
    ...change,
    input: ({ userId }) => ({ userId, email }),
  },
  "users.access.endSessions": { ...change, input: ({ userId }) => ({ userId }) },
  "users.access.removeSecondFactor": { ...change, isFresh: true, input: ({ userId }) => ({ userId }) },
  "users.access.revokeAppPassword": {
    ...change,
    input: ({ userId, appPasswordId }) => ({ userId, appPasswordId }),
  },

  "webmail.security.signInCode": { who: "anyone", input: () => ({ code: "123456" }) },
  "webmail.security.openLink": { who: "anyone", input: () => ({ token }) },
  "webmail.security.setByLink": { who: "anyone", input: () => ({ token, password, removeApps: true }) },
  "webmail.security.requestReset": { who: "anyone", input: () => ({ address: "ana@hostile.test" }) },
  "webmail.security.get": mailbox,
  "webmail.security.phone": mailbox,
  "webmail.security.stepUp": { ...mailbox, input: () => ({ password, code: "123456" }) },
  "webmail.security.changePassword": {
    ...mailbox,
    input: () => ({ currentPassword: "wrong", newPassword: password, removeApps: false }),
  },
  "webmail.security.sessions": { ...mailbox, input: ({ sessionId }) => ({ after: sessionId, limit: 10 }) },
  "webmail.security.endSession": { ...mailbox, input: ({ sessionId }) => ({ sessionId }) },
  "webmail.security.endOtherSessions": mailbox,
  "webmail.security.createAppPassword": { ...mailbox, input: () => ({ name: "Phone", scope: "mail", days: 30 }) },
  "webmail.security.revokeAppPassword": { ...mailbox, input: ({ appPasswordId }) => ({ appPasswordId }) },
  "webmail.security.beginTotp": mailbox,
  "webmail.security.confirmTotp": {
    ...mailbox,
    input: () => ({ setup: "sealed", code: "123456", signOutOthers: false }),
  },
  "webmail.security.removeTotp": { ...mailbox, input: () => ({ signOutOthers: false }) },
  "webmail.security.renewCodes": mailbox,
  "webmail.security.setRecovery": { ...mailbox, input: () => ({ email }) },
  "webmail.security.confirmRecovery": { ...mailbox, input: () => ({ token }) },
  "webmail.security.removeRecovery": mailbox,
};
