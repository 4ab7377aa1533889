import type { StateChange } from "../mail/mail";
import type { Directory } from "../seams";
import { requirePrincipal } from "./authenticate-request";
import type { HttpContext } from "./http-context";

/** Shortest ping interval. Seconds. */
const minPing = 30;

const encoder = new TextEncoder();
const frame = (event: string, data: unknown) => encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

/** The changes of a StateChange that the client asked for; `null` when there are none. */
function filterTypes(changed: Record<string, string>, types: ReadonlySet<string>): Record<string, string> | null {
  const entries = Object.entries(changed).filter(([type]) => types.has("*") || types.has(type));
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}

/** The query of an event source URL. `interval` is milliseconds, 0 for none. */
function readOptions(url: string): { types: Set<string>; closeAfterState: boolean; interval: number } {
  const { searchParams } = new URL(url);
  const ping = Number(searchParams.get("ping") ?? 0);
  return {
    types: new Set((searchParams.get("types") ?? "").split(",").filter(Boolean)),
    closeAfterState: searchParams.get("closeafter") === "state",
    interval: Number.isFinite(ping) && ping > 0 ? Math.max(ping, minPing) * 1000 : 0,
  };
}

function isOwnOrGroup(directory: Directory, ownId: string, accountId: string): boolean {
  return accountId === ownId || directory.groupsOf(ownId).some((group) => group.accountId === accountId);
}

/**
 * GET /jmap/eventsource/ (RFC 8620 section 7.3): state changes of the caller's own and group accounts. Without `types` nothing is sent;
 * there are no event ids, so a client asks /changes after it reconnects. Pings carry their interval in milliseconds, and a credential
 * that is no longer good ends the stream at the next one.
 */
export async function eventSourceRoute(context: HttpContext, request: Request, ip: string): Promise<Response> {
  const { directory, mail } = context.jmap;
  const { accountId: ownId } = await requirePrincipal(directory, request, ip);
  const { types, closeAfterState, interval } = readOptions(request.url);
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let timer: Timer | undefined;
      const end = () => {
        stop();
        controller.close();
      };
      const onChange = ({ accountId, changed }: StateChange) => {
        const wanted = filterTypes(changed, types);
        if (!wanted || !isOwnOrGroup(directory, ownId, accountId)) return;
        controller.enqueue(frame("state", { "@type": "StateChange", changed: { [accountId]: wanted } }));
        if (closeAfterState) end();
      };
      const check = async () => {
        const isStillGood = await requirePrincipal(directory, request, ip).catch(() => null);
        if (!isStillGood && mail.listeners.has(onChange)) end();
      };
      const onPing = async () => {
        await check();
        if (mail.listeners.has(onChange)) controller.enqueue(frame("ping", { interval }));
      };
      stop = () => {
        mail.listeners.delete(onChange);
        context.streams.delete(check);
        clearInterval(timer);
      };
      mail.listeners.add(onChange);
      context.streams.add(check);
      if (interval > 0) timer = setInterval(() => void onPing(), interval);
      // Something must be sent at once, or the client does not learn that it is connected.
      controller.enqueue(encoder.encode(": connected\n\n"));
    },
    cancel: () => stop(),
  });
  request.signal.addEventListener("abort", () => stop());
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store",
      "X-Accel-Buffering": "no",
    },
  });
}
