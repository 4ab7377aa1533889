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
  ...{ application: "applied", requiredDone: 4, requiredTotal: 4, mailFlow: "match" },
  ...{ note: "Renewed in May", createdAt },
};

const record = {
  ...{ id: "mx", purpose: "mx", level: "switch", shortName: "@", name: "harbourtea.example", type: "MX" },
  ...{ value: "10 mail.deftmail.example", ttlSeconds: 3600, state: "match" },
  ...{ found: ["10 mail.deftmail.example"], advice: null, fix: null, foundTtlSeconds: 3600, checkedAt: createdAt },
};

const user = {
  ...{ id: userId, domainId, address: "ana@harbourtea.example", displayName: "Ana Ruiz", state: "active" },
  ...{ restrictions: { signIn: true, send: true, receive: true }, isSendingPaused: false, isInvited: false },
  ...{ hasSecondFactor: true, recoveryEmail: "a…@example.org", lastSignInAt: createdAt, deletedAt: null },
  ...{ quotaBytes: 5_368_709_120, usedBytes: 20_480, application: "applied", applyError: null, createdAt },
};

const alias = {
  ...{ id: "0198c1b2-7d2a-7e0b-9a11-6c4d2e8f9a01", domainId, address: "info@harbourtea.example", userId },
  ...{ userAddress: user.address, note: "The shop", isEnabled: true, isRole: false, application: "applied", createdAt },
};

const forwarding = {
  ...{ target: "ana@example.org", keepsCopy: true, state: "waiting", linkEndsAt: "2026-03-05T09:14:05.000Z" },
  ...{ application: "applied", waitsForSignIn: false, createdAt },
};

const addressing = {
  ...{ domainId, catchAll: user.address, isCatchAllGone: false, subAddressing: true, aliasOf: null, otherNames: [] },
  ...{ hasAddresses: true, roles: [{ address: "postmaster@harbourtea.example", holder: user.address }] },
};

const delivery = {
  ...{ id: "0198d4c0-2b6a-7f10-8a3c-90d1e2f3a4b5", sender: user.address, recipient: "bo@example.org", userId },
  ...{ messageId: "tea-2@harbourtea.example", state: "deferred", attempts: 1, size: 2048 },
  ...{ code: 451, enhancedCode: "4.7.1", reply: "Greylisted, come back later", host: "mx.example.org" },
  ...{ reason: "greylisted", nextAttemptAt: "2026-03-02T09:19:05.000Z", expiresAt: "2026-03-05T09:14:05.000Z" },
  ...{ queuedAt: createdAt, settledAt: null },
};
const trace = {
  ...{ delivery, waiting: 1 },
  steps: [
    {
      ...{ at: createdAt, kind: "deferred", code: 451, enhancedCode: "4.7.1", reply: delivery.reply },
      ...{ host: delivery.host, reason: delivery.reason, nextAttemptAt: delivery.nextAttemptAt, by: null },
    },
  ],
};
const settled = { ...delivery, state: "cancelled", nextAttemptAt: null, settledAt: createdAt };

const allowance = (limit: number | null) => ({
  ...{ limit, used: 12, left: limit === null ? null : limit - 12, roomAt: "2026-03-02T10:00:00.000Z" },
});
const sendUsage = (perHour: number | null, perDay: number | null) => ({
  ...{ hour: allowance(perHour), day: allowance(perDay) },
});
const sendLimits = {
  ...{ userId, own: { perHour: 50, perDay: 200 }, plan: { perHour: 200, perDay: 1000 }, user: sendUsage(50, 200) },
  ...{ domain: sendUsage(null, null), tenant: sendUsage(2000, 5000), binding: { hour: "user", day: "user" } },
};
const domainSendLimits = {
  ...{ domainId, domainName: "harbourtea.example", own: { perHour: 500, perDay: null } },
  ...{ plan: { perHour: 2000, perDay: 5000 }, domain: sendUsage(500, null) },
};

const from = [{ name: "Bo Lind", email: "bo@example.org" }];
const to = [{ name: null, email: user.address }];
const line = { subject: "Tea for Thursday", preview: "Shall we say ten?", receivedAt: createdAt };

const message = {
  ...{ id: "eaaaaab", threadId: "b", mailboxIds: ["a"], messageId: "tea-1@example.org", from, to, cc: [], bcc: [] },
  ...{ replyTo: [], sentAt: createdAt, ...line, keywords: ["$seen"], html: null, text: "Shall we say ten?" },
  truncated: false,
  attachments: [{ blobId: "cab3", name: "menu.pdf", type: "application/pdf", size: 48_213, cid: null, inline: false }],
  ...{
    authentication: { verdict: "verified", domain: "example.org" },
    unsubscribe: null,
    warnings: [],
    pictures: "ask",
  },
};

const inbox = {
  ...{ id: "a", name: "Inbox", parentId: null, role: "inbox", sortOrder: 1 },
  ...{ totalThreads: 12, unreadThreads: 1, totalMessages: 14, unreadMessages: 1 },
};

const row = {
  ...{ id: "eaaaaab", threadId: "b", messageIds: ["eaaaaab"], from, to, ...line },
  ...{ unread: true, flagged: false, hasAttachment: true, size: 51_020, messageCount: 2, keywords: [] },
};

const group = {
  ...{ id: "0198d5e0-3c7b-7a21-9b4d-a1e2f3c4d5b6", domainId, address: "team@harbourtea.example", name: "The team" },
  ...{ note: "", posting: "members", isModerated: false, members: 0, heldPosts: 0, application: "pending" },
  ...{ applyError: null, deletedAt: null, createdAt },
};
const groupMember = {
  ...{ id: "0198d5e1-4d8c-7b32-8c5e-b2f3a4d5e6c7", userId: null, email: "bo@example.org", displayName: "" },
  ...{ receives: true, isReachable: true, mayPost: false },
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
  "users.list": {
    answer: { users: [user], matching: { count: 12, isMore: false }, seats: { used: 12, max: 250 } },
  },
  "users.get": { answer: user },
  "users.create": {
    body: { domainId, localPart: "ana", displayName: "Ana Ruiz", password, quotaBytes: user.quotaBytes },
    answer: { ...user, usedBytes: 0, application: "pending" },
  },
  "users.usage.get": {
    answer: {
      ...{ usedBytes: 20_480, quotaBytes: user.quotaBytes, warnedPercent: 0, mode: "per_user", isPoolFull: false },
      ...{ checkedAt: createdAt, trend: [{ day: "2026-03-02", usedBytes: 20_480 }] },
    },
  },
  "users.usage.tenant": {
    answer: { mode: "per_user", usedBytes: 20_480, quotaBytes: user.quotaBytes, maxBytes: 1_099_511_627_776 },
  },
  "users.usage.setMode": {
    body: { mode: "pooled" },
    answer: { mode: "pooled", usedBytes: 20_480, quotaBytes: user.quotaBytes, maxBytes: 1_099_511_627_776 },
  },
  "users.imports.get": {
    answer: {
      ...{ id: userId, fileName: "people.csv", state: "done", existing: "skip", total: 12, done: 12, failed: 1 },
      ...{ wanted: { create: 11, change: 0, skip: 0, refuse: 1 }, unapplied: 0, createdAt, finishedAt: createdAt },
    },
  },
  "users.update": { body: { displayName: "Ana Ruiz", quotaBytes: user.quotaBytes }, answer: user },
  "users.setPassword": { body: { password }, answer: user },
  "users.rename": { body: { localPart: "ana.ruiz", keepsOld: true }, answer: user },
  "users.undelete": { answer: user },
  "users.setState": { body: { state: "suspended" }, answer: { ...user, state: "suspended" } },
  "users.groups.create": {
    body: { domainId, localPart: "team", name: "The team", posting: "members", isModerated: false },
    answer: group,
  },
  "users.groups.list": { answer: { groups: [group], seats: { used: 1, max: 25 } } },
  "users.groups.members.add": { body: { email: "bo@example.org" }, answer: groupMember },
  "users.aliases.list": { answer: { aliases: [alias], maxPerUser: 100 } },
  "users.aliases.add": {
    body: { userId, domainId, localPart: "info", note: "The shop" },
    answer: { ...alias, application: "pending" },
  },
  "users.aliases.update": { body: { note: "The shop", isEnabled: true }, answer: alias },
  "users.aliases.move": { body: { userId }, answer: alias },
  "users.limits.get": { answer: sendLimits },
  "users.limits.set": { body: { perHour: 50, perDay: 200 }, answer: sendLimits },
  "users.limits.getTenant": { answer: { tenant: sendUsage(2000, 5000), perUser: sendLimits.plan } },
  "users.limits.list": { answer: { domains: [domainSendLimits] } },
  "users.limits.getDomain": { answer: domainSendLimits },
  "users.limits.setDomain": { body: { perHour: 500, perDay: null }, answer: domainSendLimits },
  "users.forwarding.get": { answer: { forwarding } },
  "users.forwarding.set": { body: { target: "ana@example.org", keepsCopy: true }, answer: { forwarding } },
  "users.forwarding.remove": { answer: { forwarding: null } },
  "domains.addressing.get": { answer: addressing },
  "domains.addressing.setCatchAll": { body: { address: user.address }, answer: addressing },
  "domains.addressing.setSubAddressing": { body: { subAddressing: true }, answer: addressing },
  "domains.addressing.setAliasOf": { body: { mainId: null }, answer: addressing },
  "users.trace.list": { answer: { deliveries: [delivery] } },
  "users.trace.get": { answer: trace },
  "users.trace.retry": { answer: trace },
  "users.trace.cancel": { body: { all: false }, answer: { ...trace, delivery: settled, waiting: 0 } },
  "webmail.trace.list": { answer: { deliveries: [delivery] } },
  "webmail.trace.get": { answer: trace },
  "webmail.trace.cancel": { body: { all: true }, answer: { ...trace, delivery: settled, waiting: 0 } },
  "webmail.signIn": {
    body: { address: user.address, password },
    answer: { step: "signed_in", me: { address: user.address, displayName: "Ana Ruiz" } },
  },
  "webmail.me": { answer: { address: user.address, displayName: "Ana Ruiz" } },
  "webmail.mailboxes": { answer: { mailboxes: [inbox] } },
  "webmail.messages": { answer: { mailboxId: "a", messages: [row], total: 12, next: "b.50" } },
  "webmail.message": { answer: message },
  "webmail.reading.unsubscribe": { answer: { outcome: "done" } },
  "webmail.sendLimits": { answer: sendUsage(200, 1000) },
  "webmail.update": { body: { isRead: true, isFlagged: false } },
  "webmail.send": {
    body: { to: ["bo@example.org"], subject: "Re: Tea for Thursday", text: "Ten is perfect.", replyToId: message.id },
    answer: {
      ...{
        submissionId: "0198c1a9-01b7-7d0a-8f2e-5b8c9d3e6f21",
        messageId: "0198c1a9@harbourtea.example",
        refused: [],
      },
      ...{ sendAt: createdAt, undoSeconds: 0 },
    },
  },
  "auth.team.invite": { body: { email: "noor@harbourtea.example", role: "viewer" } },
  "auth.team.setRole": { body: { role: "admin" } },
};
