import { z } from "zod";
import { engineEventTypes, type EngineEvent, type EventDetails } from "./engine-event";
import { engineId } from "./engine-id";
import { oneLine, readReply } from "./read-reply";

const Batch = z.object({ events: z.array(z.unknown()).max(50_000) });
const Event = z.object({
  type: z.enum(engineEventTypes),
  createdAt: z.iso.datetime({ offset: true }),
  data: z.record(z.string(), z.unknown()).catch({}),
});
type Data = z.infer<typeof Event>["data"];

/** Queue ids are numbers beyond 2^53, which a plain reader would round: those are kept as the text that stands there. */
const keepLarge = (_: string, value: unknown, { source }: { source?: string }): unknown =>
  typeof value === "number" && !Number.isSafeInteger(value) && source && /^\d+$/.test(source) ? source : value;
const readJson = JSON.parse as (text: string, reviver: typeof keepLarge) => unknown;

const textOf = (value: unknown, max: number): string | null => (typeof value === "string" ? oneLine(value, max) : null);
const wordsOf = (value: unknown): string | null =>
  textOf(Array.isArray(value) ? value.filter((part) => typeof part === "string").join("; ") : value, 500);
const countOf = (value: unknown): number | null =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : null;
const instantOf = (value: unknown): string | null => {
  const at = typeof value === "string" ? new Date(value) : null;
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : null;
};
const addressOf = (value: string) => value.replaceAll(/^<|>$/g, "").trim().toLowerCase().slice(0, 320);
const addressesOf = (value: unknown): string[] =>
  [value].flat().flatMap((one) => (typeof one === "string" && one.includes("@") ? [addressOf(oneLine(one))] : []));

const withoutNulls = (details: { [K in keyof EventDetails]: EventDetails[K] | null }): EventDetails =>
  Object.fromEntries(Object.entries(details).filter(([, value]) => value !== null && value !== undefined));

function detailsOf(data: Data): EventDetails {
  const said = readReply(wordsOf(data["details"]) ?? wordsOf(data["reason"]) ?? "");
  return withoutNulls({
    code: countOf(data["code"]) ?? said.code ?? null,
    enhancedCode: said.enhancedCode ?? null,
    reply: said.reply ?? null,
    host: textOf(data["hostname"], 253),
    size: countOf(data["size"]),
    attempts: countOf(data["total"]),
    nextAttemptAt: instantOf(data["nextRetry"]),
    expiresAt: instantOf(data["expires"]),
    messageId: textOf(data["messageId"], 900)?.replaceAll(/^<|>$/g, "") ?? null,
  });
}

function toEvent({ type, createdAt, data }: z.infer<typeof Event>): EngineEvent {
  const to = [...new Set(addressesOf(data["to"]))];
  return {
    ...{ type, at: new Date(createdAt), to },
    ...{ queueId: engineId(data["queueId"]), accountId: engineId(data["accountId"]) },
    ...{ login: textOf(data["accountName"], 320)?.toLowerCase() ?? null, ip: textOf(data["remoteIp"], 64) },
    from: typeof data["from"] === "string" ? addressOf(oneLine(data["from"])) : null,
    subject: [data["spanId"], data["documentId"], data["blobId"]].map((part) => String(part ?? "")).join(" "),
    details: detailsOf(data),
  };
}

/**
 * Reads the body of a POST of the mail server: what nobody asked for, and what is no event, is left out. Null when the body is none.
 * Source: Stalwart's WebHook.
 */
export function parseEvents(body: string): EngineEvent[] | null {
  let json: unknown;
  try {
    json = readJson(body, keepLarge);
  } catch {
    return null;
  }
  const batch = Batch.safeParse(json);
  if (!batch.success) return null;
  return batch.data.events.flatMap((event) => {
    const read = Event.safeParse(event);
    return read.success ? [toEvent(read.data)] : [];
  });
}
