import { administrators as roles, type Expectations, goodPassword as password } from "./testing-expectation";

const look = { who: "tenant", scope: "team:read", roles: ["owner", "admin", "viewer"] } as const;
const token = "a-link-that-nobody-was-ever-given";

/** `auth.team.*`. */
export const teamExpectations: Expectations = {
  "auth.team.list": { ...look, input: ({ memberId }) => ({ after: memberId, limit: 5 }) },
  "auth.team.invitations": { ...look, input: ({ invitationId }) => ({ after: invitationId, limit: 5 }) },
  "auth.team.invite": {
    ...{ who: "member", isFresh: true, roles },
    input: ({ domainId }) => ({ email: "eve@team.example", role: "domain_admin", domainIds: [domainId] }),
  },
  "auth.team.resend": { who: "member", roles, input: ({ invitationId }) => ({ invitationId }) },
  "auth.team.withdraw": { who: "member", roles, input: ({ invitationId }) => ({ invitationId }) },
  "auth.team.invitation": { who: "anyone", input: () => ({ token }) },
  "auth.team.accept": { who: "anyone", input: () => ({ token, name: "Eve", password }) },
  "auth.team.setRole": {
    ...{ who: "member", isFresh: true, roles },
    input: ({ memberId, domainId }) => ({ memberId, role: "domain_admin", domainIds: [domainId] }),
  },
  "auth.team.remove": { who: "member", isFresh: true, roles, input: ({ memberId }) => ({ memberId }) },
  "auth.team.leave": { who: "member", isFresh: true },
  "auth.team.transferOwnership": {
    ...{ who: "member", isFresh: true, roles: ["owner"] },
    input: ({ memberId }) => ({ memberId }),
  },
};
