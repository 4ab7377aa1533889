import * as tables from "../../../db/schema";
import type { Database } from "../../../db/client";

/** One of everything that hangs on a mailbox user or a group. The superuser writes it, so that no verb of those areas is needed. */
export async function insertMailboxRows(
  database: Database,
  { tenantId, domainId, mailUserId, mark }: { tenantId: string; domainId: string; mailUserId: string; mark: string },
) {
  const unique = () => `${mark}${Bun.randomUUIDv7()}`;
  const [own, now] = [{ tenantId, mailUserId }, new Date()];
  const soon = new Date(Date.now() + 3_600_000);
  const one = async (insert: PromiseLike<{ id: string }[]>) => (await insert)[0]!.id;
  const insert = {
    alias: { ...own, domainId, address: `${unique()}@x.test`, note: mark },
    group: { tenantId, domainId, address: `${unique()}@x.test`, name: mark },
    appPassword: { ...own, name: mark, engineKeyId: unique() },
    run: { tenantId, kind: "import" as const, plan: { mark }, startedBy: unique() },
    delivery: { ...own, queueId: unique(), sender: `${mark}@x.test`, recipient: `${mark}@y.test`, queuedAt: now },
    guardCase: { ...own, sign: "rate" as const, evidence: { mark } },
  };
  const aliasId = await one(database.insert(tables.aliases).values(insert.alias).returning());
  const groupId = await one(database.insert(tables.groups).values(insert.group).returning());
  const member = { tenantId, groupId, email: `${mark}@z.test` };
  const groupMemberId = await one(database.insert(tables.groupMembers).values(member).returning());
  const post = { tenantId, groupId, emailId: unique(), sender: `${mark}@z.test`, subject: mark, receivedAt: now };
  const postId = await one(database.insert(tables.groupPosts).values(post).returning());
  const appPasswordId = await one(database.insert(tables.appPasswords).values(insert.appPassword).returning());
  const runId = await one(database.insert(tables.runs).values(insert.run).returning());
  await database.insert(tables.runRows).values({ tenantId, runId, line: 1, values: { mark }, mailUserId });
  const mailDeliveryId = await one(database.insert(tables.deliveries).values(insert.delivery).returning());
  const guardCaseId = await one(database.insert(tables.guardCases).values(insert.guardCase).returning());
  await database.insert(tables.forwardings).values({ ...own, target: `${mark}@out.test`, tokenHash: unique() });
  const token = { ...own, kind: "invite" as const, tokenHash: unique(), expiresAt: soon };
  await database.insert(tables.mailboxTokens).values(token);
  await database.insert(tables.mailboxRecoveryCodes).values({ ...own, codeHash: unique() });
  const event = { tenantId, queueId: unique(), type: "delivery.delivered", contentHash: unique(), data: { mark } };
  await database.insert(tables.deliveryEvents).values({ ...event, occurredAt: now });
  await database.insert(tables.mailStats).values({ ...own, domainId, hour: now, sent: 1 });
  await database.insert(tables.domainStats).values({ tenantId, domainId, hour: now, sent: 1 });
  await database.insert(tables.mailboxNetworks).values({ ...own, network: mark, firstSeenAt: now, lastSeenAt: now });
  await database.insert(tables.vacations).values({ ...own, isEnabled: true, zone: "+0000", subject: mark, text: mark });
  const { correspondents, mailboxPreferences, mailLabels, signatures, stagedFiles, trustedSenders } = tables;
  await database.insert(correspondents).values({ ...own, address: `${mark}@x.test`, lastWrittenAt: now });
  await database.insert(mailboxPreferences).values({ ...own, data: { mark } });
  await database.insert(trustedSenders).values({ ...own, address: `${mark}@x.test` });
  const label = { ...own, keyword: mark.toLowerCase(), name: mark, colour: "blue" };
  const labelId = await one(database.insert(mailLabels).values(label).returning());
  const signature = { ...own, name: mark, html: mark, text: mark };
  const signatureId = await one(database.insert(signatures).values(signature).returning());
  const file = { ...own, name: mark, type: "text/plain", size: 1, storageKey: unique(), expiresAt: soon };
  const fileId = await one(database.insert(stagedFiles).values(file).returning());
  return {
    labelId,
    signatureId,
    fileId,
    aliasId,
    groupId,
    groupMemberId,
    postId,
    appPasswordId,
    runId,
    mailDeliveryId,
    guardCaseId,
  };
}
