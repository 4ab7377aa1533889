import { and, eq, getTableColumns } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import { domains, mailUsers, people, submissions, tenants, users } from "../../../db/schema";
import type { DomainData, MemberData, MessageData, TenantData, UserData } from "../../lib/webhook-events";
import type { AuditEntry } from "../audit";

type Asked = { tenantId: string; entry: AuditEntry };

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** As it stands after the change; of a domain that is gone already, what the audit entry remembers. */
export async function domainData(tx: Transaction, { tenantId, entry }: Asked): Promise<DomainData | null> {
  const { id: domainId } = entry.subject;
  const own = and(eq(domains.tenantId, tenantId), eq(domains.id, domainId));
  const [row] = await tx.select({ name: domains.name, state: domains.state }).from(domains).where(own);
  const previousState = textOf(entry.before?.["state"]);
  const name = row?.name ?? textOf(entry.before?.["name"]);
  return name === null ? null : { domainId, name, state: row?.state ?? "removed", previousState };
}

const userFields = () => {
  const { domainId, address, displayName, state, quotaBytes } = getTableColumns(mailUsers);
  return { userId: mailUsers.id, domainId, address, displayName, state, quotaBytes };
};

export async function userData(tx: Transaction, tenantId: string, userId: string): Promise<UserData | null> {
  const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, userId));
  return (await tx.select(userFields()).from(mailUsers).where(own))[0] ?? null;
}

export async function messageData(tx: Transaction, { tenantId, entry }: Asked): Promise<MessageData | null> {
  const own = and(eq(submissions.tenantId, tenantId), eq(submissions.id, entry.subject.id));
  const fields = { submissionId: submissions.id, userId: mailUsers.id, address: mailUsers.address };
  const sender = eq(mailUsers.id, submissions.mailUserId);
  return (await tx.select(fields).from(submissions).innerJoin(mailUsers, sender).where(own))[0] ?? null;
}

/** Whoever was removed is known from the audit entry alone. */
export async function memberData(tx: Transaction, { tenantId, entry }: Asked): Promise<MemberData | null> {
  const { id: memberId } = entry.subject;
  const own = and(eq(users.tenantId, tenantId), eq(users.id, memberId));
  const fields = { memberId: users.id, email: people.email, role: users.role };
  const [row] = await tx.select(fields).from(users).innerJoin(people, eq(people.id, users.personId)).where(own);
  if (row) return row;
  const [email, role] = [textOf(entry.before?.["email"]), textOf(entry.before?.["role"])];
  return email === null || role === null ? null : { memberId, email, role };
}

export async function tenantData(tx: Transaction, { tenantId }: Asked): Promise<TenantData | null> {
  const fields = { tenantId: tenants.id, name: tenants.name, requiresSecondFactor: tenants.requiresSecondFactor };
  return (await tx.select(fields).from(tenants).where(eq(tenants.id, tenantId)))[0] ?? null;
}
