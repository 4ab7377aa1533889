import { administrators, type Expectations } from "./testing-expectation";

const look = { who: "tenant", scope: "team:read", roles: ["owner", "admin", "viewer"] } as const;
const token = "a-link-that-nobody-was-ever-given";

/** `auth.tenant.*`. */
export const tenantExpectations: Expectations = {
  "auth.tenant.get": look,
  "auth.tenant.limits": look,
  "auth.tenant.rename": { who: "member", roles: administrators, input: () => ({ name: "Acme" }) },
  "auth.tenant.create": { who: "member", input: () => ({ company: "Acme" }) },
  "auth.tenant.close": { who: "member", isFresh: true, roles: ["owner"], input: () => ({ name: "no such name" }) },
  "auth.tenant.closure": { who: "anyone", input: () => ({ token }) },
  "auth.tenant.reopen": { who: "anyone", input: () => ({ token }) },
};
