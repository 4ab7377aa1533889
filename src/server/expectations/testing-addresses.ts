import { administrators, type Expectations, userAdministrators } from "./testing-expectation";

const look = { who: "tenant", scope: "users:read" } as const;
const change = { who: "tenant", scope: "users:write", roles: userAdministrators } as const;
const decide = { who: "tenant", scope: "domains:write", roles: administrators } as const;
const target = "ana@elsewhere.example";

/** Aliases, forwarding, and what becomes of mail to a domain as a whole. */
export const addressesExpectations: Expectations = {
  "users.aliases.list": {
    ...look,
    input: ({ userId, domainId }) => ({ userId, domainId, search: "info", after: "a@x.test", limit: 5 }),
  },
  "users.aliases.add": {
    ...change,
    input: ({ userId, domainId }) => ({ userId, domainId, localPart: "info", note: "Shop", isEnabled: true }),
  },
  "users.aliases.update": { ...change, input: ({ aliasId }) => ({ aliasId, note: "Shop", isEnabled: false }) },
  "users.aliases.move": { ...change, input: ({ aliasId, userId }) => ({ aliasId, userId }) },
  "users.aliases.remove": { ...change, input: ({ aliasId }) => ({ aliasId }) },
  "domains.addressing.get": {
    ...{ who: "tenant", scope: "domains:read" },
    input: ({ domainId }) => ({ domainId }),
  },
  "domains.addressing.setCatchAll": {
    ...decide,
    input: ({ domainId }) => ({ domainId, address: "ana@elsewhere.example" }),
  },
  "domains.addressing.setSubAddressing": {
    ...decide,
    input: ({ domainId }) => ({ domainId, subAddressing: false }),
  },
  "domains.addressing.setAliasOf": { ...decide, input: ({ domainId }) => ({ domainId, mainId: null }) },
  "users.forwarding.get": { ...look, input: ({ userId }) => ({ userId }) },
  "users.forwarding.set": { ...change, isFresh: true, input: ({ userId }) => ({ userId, target, keepsCopy: true }) },
  "users.forwarding.resend": { ...change, input: ({ userId }) => ({ userId }) },
  "users.forwarding.remove": { ...change, input: ({ userId }) => ({ userId }) },
  "users.forwarding.confirm": { who: "anyone", input: () => ({ token: `forward.${"a".repeat(43)}` }) },
  "webmail.forwarding.get": { who: "mailbox" },
  "webmail.forwarding.set": { who: "mailbox", input: () => ({ target, keepsCopy: true }) },
  "webmail.forwarding.resend": { who: "mailbox" },
  "webmail.forwarding.remove": { who: "mailbox" },
};
