/** A mail domain as events show it. */
export type DomainData = { domainId: string; name: string; state: string; previousState: string | null };
/** A mailbox user. */
export type UserData = {
  userId: string;
  domainId: string;
  address: string;
  displayName: string;
  state: string;
  quotaBytes: number;
};
export type QuotaData = UserData & {
  usedBytes: number;
  /** The threshold that was crossed. */
  percent: 80 | 90 | 100;
};
/** A message that the mail server did not accept for sending; nothing of the message itself. */
export type MessageData = { submissionId: string; userId: string; address: string };
/** Mail of a mailbox user that one recipient did not get; nothing of the message itself. */
export type BounceData = {
  deliveryId: string;
  userId: string;
  address: string;
  recipient: string;
  messageId: string | null;
  /** Of the other server's answer: SMTP reply code, enhanced code (RFC 3463), text. */
  code: number | null;
  enhancedCode: string | null;
  reply: string | null;
};
/** A person who administers the tenant. */
export type MemberData = { memberId: string; email: string; role: string };
export type TenantData = { tenantId: string; name: string; requiresSecondFactor: boolean };

const domain: DomainData = {
  domainId: "0199f2c4-6d1e-7a53-9b0e-2f6f1c9d4a10",
  name: "example.org",
  state: "pending_proof",
  previousState: null,
};
const user: UserData = {
  userId: "0199f2c8-1b7d-7c41-8a55-91d3e2b7f620",
  domainId: domain.domainId,
  address: "ana@example.org",
  displayName: "Ana Silva",
  state: "active",
  quotaBytes: 5_368_709_120,
};
const message: MessageData = {
  submissionId: "0199f2d1-40c2-7f0b-b3c1-6a1c0e5d8834",
  userId: user.userId,
  address: user.address,
};
const bounce: BounceData = {
  deliveryId: "0199f2d3-7a10-7c66-9d0b-5e21c4f0a9b2",
  userId: user.userId,
  address: user.address,
  recipient: "bo@example.net",
  messageId: `${message.submissionId}@example.org`,
  code: 550,
  enhancedCode: "5.1.1",
  reply: "No such mailbox",
};
const member: MemberData = {
  memberId: "0199f2b0-8f11-7d2c-a4c6-3b9e7f50d1aa",
  email: "kim@example.org",
  role: "admin",
};
const tenant: TenantData = {
  tenantId: "0199f2a0-02b4-7e19-8c3d-5d40aa61c7f3",
  name: "Example Ltd",
  requiresSecondFactor: true,
};

/** The `data` of each event. An event stands here only if something can cause it; the words for people are `webhooks.event_*`. */
type Events = Record<"domain.created" | "domain.updated" | "domain.removed", DomainData> &
  Record<"user.created" | "user.updated" | "user.suspended" | "user.resumed" | "user.removed", UserData> &
  Record<"user.quota", QuotaData> &
  Record<"message.refused", MessageData> &
  Record<"message.bounced", BounceData> &
  Record<"member.joined" | "member.updated" | "member.removed", MemberData> &
  Record<"tenant.updated", TenantData>;

/** Everything that a webhook can be told, with an example of each. */
export const webhookEvents: Events = {
  "domain.created": domain,
  "domain.updated": { ...domain, state: "active", previousState: "setting_up" },
  "domain.removed": { ...domain, state: "releasing", previousState: "active" },
  "user.created": user,
  "user.updated": { ...user, quotaBytes: 10_737_418_240 },
  "user.suspended": { ...user, state: "suspended" },
  "user.resumed": user,
  "user.removed": { ...user, state: "deleted" },
  "user.quota": { ...user, usedBytes: 4_831_838_208, percent: 90 },
  "message.refused": message,
  "message.bounced": bounce,
  "member.joined": member,
  "member.updated": { ...member, role: "viewer" },
  "member.removed": member,
  "tenant.updated": tenant,
};

export type WebhookEvent = keyof Events;
export type WebhookData<E extends WebhookEvent> = Events[E];

export const webhookEventNames = Object.keys(webhookEvents) as [WebhookEvent, ...WebhookEvent[]];

/** What "send a test event" sends; nobody has to ask for it. */
export const testEvent = "webhook.test";

/** The body that a receiver gets, as the Standard Webhooks specification lays it out. */
export type WebhookBody = { type: string; timestamp: string; data: Record<string, unknown> };

const fields = ["type", "timestamp", "data"];

/** The same with its fields in that order, which a database that stores JSON does not keep. */
export const inOrder = (body: WebhookBody): WebhookBody =>
  Object.fromEntries(
    Object.entries(body).sort(([one], [other]) => fields.indexOf(one) - fields.indexOf(other)),
  ) as WebhookBody;
