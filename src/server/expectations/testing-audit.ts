import { administrators, type Expectations, type Ids } from "./testing-expectation";

const filter = ({ memberId, userId, auditId }: Ids) => ({
  ...{ actor: `member:${memberId}`, action: "user.create", subject: `mail_user:${userId}`, text: "ana" },
  ...{ from: "2026-01-01T00:00:00Z", to: "2036-01-01T00:00:00Z", after: `${auditId} 1`, limit: 5 },
});

/** `auth.audit.*`. */
export const auditExpectations: Expectations = {
  "auth.audit.list": { who: "tenant", roles: administrators, scope: "audit:read", input: filter },
  "auth.audit.mine": { who: "member", input: filter },
};
