import type { Transaction } from "../../../db/client";
import type { WebhookData, WebhookEvent } from "../../lib/webhook-events";
import type { AuditEntry } from "../audit";
import type { Ctx } from "../context";
import { emitEvent } from "./emit-event";
import { domainData, memberData, messageData, tenantData, userData } from "./event-data";

type Asked = { tenantId: string; entry: AuditEntry };
type Reader<E extends WebhookEvent> = (tx: Transaction, asked: Asked) => Promise<WebhookData<E> | null>;
type Source<E extends WebhookEvent = WebhookEvent> = {
  event: E;
  read: Reader<E>;
  /** False for an entry that changes nothing anybody outside has to know. */
  isNews?: (entry: AuditEntry) => boolean;
};

const source = <E extends WebhookEvent>(event: E, read: Reader<E>, isNews?: Source["isNews"]): Source =>
  ({ event, read, isNews }) as unknown as Source;

const hasNewState = ({ before, after }: AuditEntry) => before?.["state"] !== after?.["state"];
const ofUser = (tx: Transaction, { tenantId, entry }: Asked) => userData(tx, tenantId, entry.subject.id);

/** Which entries of the audit log are events for the outside; all others are not. */
export const eventSources: Record<string, Source> = {
  "domain.add": source("domain.created", domainData),
  "domain.prove": source("domain.updated", domainData, hasNewState),
  "domain.judge": source("domain.updated", domainData, hasNewState),
  "domain.apply": source("domain.updated", domainData, hasNewState),
  "domain.freeze": source("domain.updated", domainData, hasNewState),
  "domain.remove": source("domain.removed", domainData),
  "domain.erase": source("domain.removed", domainData),
  "user.create": source("user.created", ofUser),
  "user.update": source("user.updated", ofUser),
  "user.rename": source("user.updated", ofUser),
  "user.undelete": source("user.updated", ofUser),
  "user.set_quota": source("user.updated", ofUser),
  "user.set_password": source("user.updated", ofUser),
  "user.suspend": source("user.suspended", ofUser),
  "user.resume": source("user.resumed", ofUser),
  "user.remove": source("user.removed", ofUser),
  "member.join": source("member.joined", memberData),
  "member.set_role": source("member.updated", memberData),
  "tenant.transfer": source("member.updated", memberData),
  "member.remove": source("member.removed", memberData),
  "member.leave": source("member.removed", memberData),
  "tenant.rename": source("tenant.updated", tenantData),
  "auth.policy_set": source("tenant.updated", tenantData),
  "message.refused": source("message.refused", messageData),
};

/** Tells webhooks what the audit log has just been told, in the same transaction. Costs nothing for what is no event. */
export async function emitAudited(tx: Transaction, ctx: Ctx, entry: AuditEntry): Promise<void> {
  const found = Object.hasOwn(eventSources, entry.action) ? eventSources[entry.action] : undefined;
  if (!found || found.isNews?.(entry) === false) return;
  const { event, read } = found;
  const { tenantId } = ctx;
  await emitEvent(tx, { tenantId, event, at: ctx.now() }, () => read(tx, { tenantId, entry }));
}
