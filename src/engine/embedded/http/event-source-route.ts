import type { StateChange } from "../mail/mail";
import { requirePrincipal } from "./authenticate-request";
import type { HttpContext } from "./http-context";

/** Shortest ping interval. Seconds. */
const minPing = 30;

function frame(event: string, data: unknown): Uint8Array {
  return new TextEncoder().encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** The changes of a StateChange that the client asked for; `null` when there are none. */
function filterTypes(changed: Record<string, string>, types: ReadonlySet<string>): Record<string, string> | null {
  const entries = Object.entries(changed).filter(([type]) => types.has("*") || types.has(type));
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}

/**
 * GET /jmap/eventsource/ (RFC 8620 section 7.3): state changes of the caller's own and group accounts. Without `types` nothing is sent;
 * there are no event ids, so a client asks /changes after it reconnects. Pings carry their interval in milliseconds.
 */
export async function eventSourceRoute(context: HttpContext, request: Request, ip: string): Promise<Response> {
  const { directory, mail } = context.jmap;
  const principal = await requirePrincipal(directory, request, ip);
  const { searchParams } = new URL(request.url);
  const types = new Set((searchParams.get("types") ?? "").split(",").filter(Boolean));
  const closeAfterState = searchParams.get("closeafter") === "state";
  const ping = Number(searchParams.get("ping") ?? 0);
  const interval = Number.isFinite(ping) && ping > 0 ? Math.max(ping, minPing) * 1000 : 0;
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const accounts = () =>
        new Set([principal.accountId, ...directory.groupsOf(principal.accountId).map((group) => group.accountId)]);
      const listener = (change: StateChange) => {
        const changed = accounts().has(change.accountId) ? filterTypes(change.changed, types) : null;
        if (!changed) return;
        controller.enqueue(frame("state", { "@type": "StateChange", changed: { [change.accountId]: changed } }));
        if (closeAfterState) {
          end();
          controller.close();
        }
      };
      mail.listeners.add(listener);
      const timer = interval > 0 ? setInterval(() => controller.enqueue(frame("ping", { interval })), interval) : null;
      end = () => {
        mail.listeners.delete(listener);
        if (timer) clearInterval(timer);
      };
      controller.enqueue(new TextEncoder().encode(": connected\n\n"));
    },
    cancel: () => end(),
  });
  request.signal.addEventListener("abort", () => end());
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store",
      "X-Accel-Buffering": "no",
    },
  });
}
