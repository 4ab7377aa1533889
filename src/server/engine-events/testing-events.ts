import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { deliveries, mailStats } from "../../../db/schema";
import { createAnswer } from "../http/answer";
import type { Kv } from "../kv";
import type { Services } from "../services";
import { engineHookPath } from "./engine-hook-path";

/** An event as the mail server writes it; numbers may be larger than those of JavaScript. */
export type RawEvent = { type: string; at: string; data: Record<string, unknown> };

const json = (value: unknown): string => {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return `[${value.map(json).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}:${json(inner)}`)
    .join(",")}}`;
};

let made = 0;
/** The body of one POST: events have other ids each time. */
export const hookBody = (events: readonly RawEvent[]): string =>
  json({ events: events.map(({ type, at, data }) => ({ id: `${++made}`, createdAt: at, type, data })) });

/** Posts as the mail server does; returns the status of the answer. */
export function engineHook(services: Services, kv: Kv) {
  const renderPage = async () => new Response("");
  const floodLimit = { max: 1, windowSeconds: 60 };
  const answer = createAnswer({ services, kv, renderPage, staticFile: async () => null, floodLimit });
  return async (body: string, key = services.platform.engineHookKey!): Promise<number> => {
    const signature = createHmac("sha256", key).update(body).digest("base64");
    const headers = { "x-signature": signature, "content-length": String(Buffer.byteLength(body)) };
    const request = new Request(`http://web:3000${engineHookPath}`, { method: "POST", body, headers });
    return (await answer(request, "127.0.0.1")).status;
  };
}

/** What one mailbox user's numbers add up to. */
export async function totalsOf(owner: Database, mailUserId: string) {
  const rows = await owner.select().from(mailStats).where(eq(mailStats.mailUserId, mailUserId));
  const sum = (
    name: "sent" | "sentOutside" | "delivered" | "bounced" | "received" | "spam" | "signIns" | "failedSignIns",
  ) => rows.reduce((all, row) => all + row[name], 0);
  return {
    ...{ sent: sum("sent"), sentOutside: sum("sentOutside"), delivered: sum("delivered"), bounced: sum("bounced") },
    ...{ received: sum("received"), spam: sum("spam"), signIns: sum("signIns"), failedSignIns: sum("failedSignIns") },
  };
}

/** How mail stands, without what is made anew each time. */
export async function standing(owner: Database, tenantId: string) {
  const rows = await owner.select().from(deliveries).where(eq(deliveries.tenantId, tenantId));
  return rows
    .map(({ id: _, createdAt: __, ...row }) => row)
    .toSorted((one, other) => `${one.queueId} ${one.recipient}`.localeCompare(`${other.queueId} ${other.recipient}`));
}

/** Ids of a tenant's deliveries. */
export const standingIds = async (owner: Database, tenantId: string) =>
  (await owner.select({ id: deliveries.id }).from(deliveries).where(eq(deliveries.tenantId, tenantId))).map(
    ({ id }) => id,
  );
