import { administrators as roles, type Expectations } from "./testing-expectation";

const look = { who: "tenant", scope: "domains:read" } as const;
const change = { who: "tenant", scope: "domains:write", roles } as const;

/** `domains.*`. */
export const domainsExpectations: Expectations = {
  "domains.list": { ...look, input: ({ domainId }) => ({ after: domainId, limit: 5 }) },
  "domains.history.list": {
    ...look,
    input: ({ domainId, eventId }) => ({ domainId, kind: "record", after: eventId, limit: 5 }),
  },
  "domains.alerts.recipients": { who: "member", roles },
  "domains.alerts.setAddress": {
    ...{ who: "member", isFresh: true, roles: ["owner"] },
    input: () => ({ email: "night.watch@elsewhere.example" }),
  },
  "domains.alerts.confirmAddress": { who: "anyone", input: () => ({ token: `alert.mibzabcd.${"t".repeat(43)}` }) },
  "domains.get": { ...look, input: ({ domainId }) => ({ domainId }) },
  "domains.add": { ...change, input: () => ({ name: `new-${Bun.randomUUIDv7()}.test` }) },
  "domains.sight.servers": { ...look, input: ({ domainId }) => ({ domainId }) },
  "domains.sight.record": { ...look, input: ({ domainId }) => ({ domainId, recordId: "spf" }) },
  "domains.dkim.list": { ...look, input: ({ domainId }) => ({ domainId }) },
  "domains.dkim.rotate": { ...change, input: ({ domainId }) => ({ domainId, algorithm: "rsa-sha256" }) },
  "domains.dkim.addEd25519": { ...change, input: ({ domainId }) => ({ domainId }) },
  "domains.dkim.cancelRotation": { ...change, input: ({ domainId }) => ({ domainId, algorithm: "rsa-sha256" }) },
  "domains.dkim.replaceNow": {
    ...{ ...change, isFresh: true },
    input: ({ domainId }) => ({ domainId, algorithm: "rsa-sha256" }),
  },
  "domains.dkim.setMode": { ...change, isFresh: true, input: ({ domainId }) => ({ domainId, mode: "txt" }) },
  "domains.check": { ...change, input: ({ domainId }) => ({ domainId }) },
  "domains.cancelCheck": { ...change, input: ({ domainId }) => ({ domainId }) },
  "domains.publishInTrial": { ...change, input: ({ domainId }) => ({ domainId }) },
  "domains.records": { ...look, input: ({ domainId }) => ({ domainId }) },
  "domains.update": { ...change, input: ({ domainId }) => ({ domainId, note: "Renewed in May" }) },
  "domains.setIntent": { ...change, input: ({ domainId }) => ({ domainId, intent: "move_later" }) },
  "domains.setPolicy": {
    ...{ ...change, isFresh: true },
    input: ({ domainId }) => ({ domainId, forbidsSubdomains: true }),
  },
  "domains.watch": { ...look, input: ({ domainId }) => ({ domainId }) },
  "domains.ignoreRecord": {
    ...change,
    input: ({ domainId }) => ({ domainId, recordId: "autoconfig", isIgnored: true }),
  },
  "domains.zoneFile": { ...look, input: ({ domainId }) => ({ domainId }) },
  "domains.share.list": { ...look, input: ({ domainId, shareId }) => ({ domainId, after: shareId, limit: 5 }) },
  "domains.share.create": { ...change, input: ({ domainId }) => ({ domainId, days: 3 }) },
  "domains.share.revoke": { ...change, input: ({ shareId }) => ({ shareId }) },
  "domains.share.read": { who: "anyone", input: () => ({ token: "t".repeat(43) }) },
  "domains.remove": { ...change, isFresh: true, input: ({ domainId }) => ({ domainId }) },
};
