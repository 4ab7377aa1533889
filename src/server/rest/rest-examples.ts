type Example = { body?: unknown; answer?: unknown };

const domainId = "0198c1a2-6f3e-7b41-9c55-2d1f0c7a4e10";
const userId = "0198c1a4-01b7-7d0a-8f2e-5b8c9d3e6f21";
const memberId = "0198c19f-9a10-7c3d-a1b2-c3d4e5f60718";
const tenantId = "0198c19f-99f2-7e4b-b0a1-92837465a6b7";
const createdAt = "2026-03-02T09:14:05.000Z";
const password = "a long walk at dusk";

const me = {
  tenant: { id: tenantId, name: "Harbour Tea", isConfirmed: true },
  member: { id: memberId, email: "lena@harbourtea.example", name: "Lena Fischer", role: "owner", isConfirmed: true },
  tenants: [{ id: tenantId, name: "Harbour Tea", role: "owner" }],
  ...{ needsSecondFactor: false, isTrial: false },
};

const domain = {
  ...{ id: domainId, name: "harbourtea.example", displayName: "harbourtea.example", state: "active" },
  ...{
    application: "applied",
    requiredDone: 4,
    requiredTotal: 4,
    mailFlow: "match",
    note: "Renewed in May",
    createdAt,
  },
};

const record = {
  ...{ id: "mx", purpose: "mx", level: "switch", shortName: "@", name: "harbourtea.example", type: "MX" },
  ...{ value: "10 mail.deftmail.example", ttlSeconds: 3600, state: "match" },
  ...{ found: ["10 mail.deftmail.example"], advice: null, fix: null, foundTtlSeconds: 3600, checkedAt: createdAt },
};

const user = {
  ...{ id: userId, domainId, address: "ana@harbourtea.example", displayName: "Ana Ruiz", state: "active" },
  ...{ quotaBytes: 5_368_709_120, usedBytes: 20_480, application: "applied", applyError: null, createdAt },
};

const from = [{ name: "Bo Lind", email: "bo@example.org" }];
const to = [{ name: null, email: user.address }];
const line = { subject: "Tea for Thursday", preview: "Shall we say ten?", receivedAt: createdAt };

const message = {
  ...{ id: "eaaaaab", threadId: "b", mailboxIds: ["a"], messageId: "tea-1@example.org", from, to, cc: [], bcc: [] },
  ...{ replyTo: [], sentAt: createdAt, ...line, keywords: ["$seen"], html: null, text: "Shall we say ten?" },
  truncated: false,
  attachments: [{ blobId: "cab3", name: "menu.pdf", type: "application/pdf", size: 48_213, cid: null, inline: false }],
};

const inbox = {
  ...{ id: "a", name: "Inbox", parentId: null, role: "inbox", sortOrder: 1 },
  ...{ totalThreads: 12, unreadThreads: 1, totalMessages: 14, unreadMessages: 1 },
};

const row = {
  ...{ id: "eaaaaab", threadId: "b", messageIds: ["eaaaaab"], from, to, ...line },
  ...{ unread: true, flagged: false, hasAttachment: true, size: 51_020 },
};

/** What a call and its answer look like, by procedure, for the document. A test holds them to the schemas. */
export const restExamples: Record<string, Example> = {
  "auth.signUp": { body: { company: "Harbour Tea", email: "lena@harbourtea.example", password }, answer: me },
  "auth.signIn": { body: { email: "lena@harbourtea.example", password }, answer: { step: "signed_in", me } },
  "auth.me": { answer: me },
  "domains.list": {
    answer: { domains: [domain], next: domainId, counts: { active: 1 }, trouble: [], acceptsTestNames: false },
  },
  "domains.add": {
    body: { name: "harbourtea.example" },
    answer: {
      ...{ ...domain, state: "pending_proof", application: "none", requiredDone: 0 },
      ...{ mailFlow: "not_checked", note: "" },
    },
  },
  "domains.get": {
    answer: {
      ...{ ...domain, applyError: null, checkedAt: createdAt, nextCheckAt: null, isChecking: false },
      ...{ canCancelCheck: false, checkProgress: null },
      ...{ canPublishInTrial: false, intent: "move_now", zone: "harbourtea.example" },
      ...{ forbidsSubdomains: false, proofMissedSince: null, frozenUntil: null },
      ...{ nameServers: ["ns1.dns.example", "ns2.dns.example"], provider: null, findings: [], records: [record] },
    },
  },
  "domains.records": { answer: { records: [record], checkedAt: createdAt } },
  "domains.history.list": {
    answer: {
      lines: [
        {
          ...{ id: "0198d3b0-5a11-7c2e-8d44-9e2f1a6b7c80", at: createdAt, since: createdAt, kind: "record" },
          ...{ subject: "mx", before: "match", after: "missing", times: 1, by: null },
          evidence: { found: [], before: ["10 mail.deftmail.example"], servers: ["ns1.dns.example"] },
        },
      ],
    },
  },
  "domains.update": { body: { note: "Renewed in May" }, answer: domain },
  "domains.check": { answer: {} },
  "domains.cancelCheck": { answer: {} },
  "users.list": { answer: { users: [user], seats: { used: 12, max: 250 } } },
  "users.get": { answer: user },
  "users.create": {
    body: { domainId, localPart: "ana", displayName: "Ana Ruiz", password, quotaBytes: user.quotaBytes },
    answer: { ...user, usedBytes: 0, application: "pending" },
  },
  "users.update": { body: { displayName: "Ana Ruiz", quotaBytes: user.quotaBytes }, answer: user },
  "users.setPassword": { body: { password }, answer: user },
  "users.setState": { body: { state: "suspended" }, answer: { ...user, state: "suspended" } },
  "webmail.signIn": {
    body: { address: user.address, password },
    answer: { address: user.address, displayName: "Ana Ruiz" },
  },
  "webmail.me": { answer: { address: user.address, displayName: "Ana Ruiz" } },
  "webmail.mailboxes": { answer: { mailboxes: [inbox] } },
  "webmail.messages": { answer: { mailboxId: "a", messages: [row], total: 12, next: "b.50" } },
  "webmail.message": { answer: message },
  "webmail.update": { body: { isRead: true, isFlagged: false } },
  "webmail.send": {
    body: { to: ["bo@example.org"], subject: "Re: Tea for Thursday", text: "Ten is perfect.", replyToId: message.id },
    answer: { messageId: "0198c1a9@harbourtea.example", refused: [] },
  },
  "auth.team.invite": { body: { email: "noor@harbourtea.example", role: "viewer" } },
  "auth.team.setRole": { body: { role: "admin" } },
};
