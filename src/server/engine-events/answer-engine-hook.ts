import type { Step } from "../http/exchange";
import type { Services } from "../services";
import { engineHookBytes, engineHookPath } from "./engine-hook-path";
import { ingestEvents } from "./ingest-events";
import { isSigned } from "./is-signed";
import { parseEvents } from "./parse-events";

const empty = (status: number) => new Response(null, { status });

/**
 * POST /hooks/engine: what the mail server tells. 204 once all of it is stored; 503 asks it to come again. Who cannot sign with the key that
 * both sides have is refused with 401 before anything is read of what was sent. Never held back by how often it comes.
 */
export const createEngineHook =
  (services: Services): Step =>
  async ({ request, url, ip, requestId }) => {
    const { log, platform } = services;
    const key = platform.engineHookKey;
    if (url.pathname !== engineHookPath || !key) return null;
    if (request.method !== "POST") return empty(405);
    const refuse = () => {
      log.warn("an event of the mail server was not signed by it", { ip, request_id: requestId, result: "forged" });
      return empty(401);
    };
    const signature = request.headers.get("x-signature") ?? "";
    if (!signature) return refuse();
    if (Number(request.headers.get("content-length") ?? 0) > engineHookBytes) return empty(413);
    const body = new Uint8Array(await request.arrayBuffer());
    if (body.byteLength > engineHookBytes) return empty(413);
    if (!isSigned(body, signature, key)) return refuse();
    const events = parseEvents(new TextDecoder().decode(body));
    // To ask for it again would bring the same.
    if (!events) log.error("what the mail server tells cannot be read", { request_id: requestId });
    try {
      await ingestEvents(services, events ?? []);
    } catch (error) {
      log.error("events of the mail server were not stored", { error, request_id: requestId });
      return empty(503);
    }
    return empty(204);
  };
