import { createHmac } from "node:crypto";
import type { WebHook } from "../directory/web-hook-object";
import type { EngineEvent } from "../seams";
import { eventJson } from "./event-json";

type Secret = WebHook["signatureKey"];

const textOf = (secret: Secret): string | null => (secret["@type"] === "None" ? null : secret.secret);

let serialised = 0;

/** The body of a POST. Event ids are made here, so a retry has others: they are no key for de-duplication. */
function toBody(events: readonly EngineEvent[]): string {
  return eventJson({
    events: events.map(({ type, createdAt, data }) => ({
      id: `${Date.now()}${String(++serialised % 1000).padStart(3, "0")}`,
      createdAt,
      type,
      data,
    })),
  });
}

function headersFor(hook: WebHook, body: string): Headers {
  const headers = new Headers({ ...hook.httpHeaders, "Content-Type": "application/json" });
  const key = textOf(hook.signatureKey);
  if (key !== null) headers.set("X-Signature", createHmac("sha256", key).update(body).digest("base64"));
  const { httpAuth } = hook;
  if (httpAuth["@type"] === "Basic") {
    const credentials = Buffer.from(`${httpAuth.username}:${textOf(httpAuth.secret) ?? ""}`).toString("base64");
    headers.set("Authorization", `Basic ${credentials}`);
  }
  if (httpAuth["@type"] === "Bearer") headers.set("Authorization", `Bearer ${textOf(httpAuth.bearerToken) ?? ""}`);
  return headers;
}

/** Posts events to a hook, signed over the raw body (HMAC-SHA256, base 64, `X-Signature`). True for a 2xx answer; never throws. */
export async function postBatch(hook: WebHook, events: readonly EngineEvent[], signal: AbortSignal): Promise<boolean> {
  const body = toBody(events);
  try {
    const response = await fetch(hook.url, {
      method: "POST",
      headers: headersFor(hook, body),
      body,
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(Math.max(hook.timeout, 1))]),
      ...(hook.allowInvalidCerts ? { tls: { rejectUnauthorized: false } } : {}),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
