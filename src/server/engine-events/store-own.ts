import { createHash } from "node:crypto";
import type { Transaction } from "../../../db/client";
import type { TenantShare } from "./attribute-events";
import { writeEvents } from "./write-events";

type Own = TenantShare["own"];

/** What happened to a mailbox, or to a group's, is kept under a name of its own, apart from mail under way. */
export const ownPrefix = { user: "user.", group: "group." } as const;

const nameOf = ({ party: { mailUserId, groupId } }: Own[number]): string | null => {
  if (mailUserId) return `${ownPrefix.user}${mailUserId}`;
  return groupId ? `${ownPrefix.group}${groupId}` : null;
};

/** Keeps mail that came and sign-ins for a while, so that none counts twice when the mail server repeats itself. Returns what is new. */
export async function storeOwn(tx: Transaction, tenantId: string, own: Own): Promise<Own> {
  const byHash = new Map<string, Own[number] & { name: string }>();
  for (const one of own) {
    const { type, at, subject, ip } = one.event;
    const name = nameOf(one);
    if (name === null) continue;
    const said = JSON.stringify([tenantId, type, name, at.getTime(), subject, ip]);
    byHash.set(createHash("sha256").update(said).digest("base64url"), { ...one, name });
  }
  const stored = await writeEvents(
    tx,
    tenantId,
    [...byHash].map(([contentHash, { event, name }]) => ({
      ...{ contentHash, queueId: name, recipient: null, type: event.type, at: event.at },
      data: event.ip ? { ip: event.ip } : {},
    })),
  );
  return [...byHash].filter(([hash]) => stored.has(hash)).map(([, one]) => one);
}
