import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import { engineErrorOf, firstSetFailure, JmapFailure } from "./jmap-failure.ts";
import type { Http } from "./http-request.ts";
import { readSession, type Session } from "./session.ts";

/** Method calls of one request, by call id, in order. `accountId` is added unless given; x: methods default to the caller. */
export type Calls = Record<string, [method: string, args: Record<string, unknown>]>;

export type SendOptions = {
  /**
   * Call ids whose failure the caller handles. A method error arrives as `{ failed }`, a response with `notCreated` and the like as it is.
   * Every other failure rejects, also those inside a successful response.
   */
  mayFail?: readonly string[];
  /** Never repeated; when the reply is lost or unreadable the outcome is unknown. */
  once?: boolean;
};

/** One credential's JMAP connection: session, requests of up to 16 calls. */
export interface JmapClient {
  /**
   * One round trip. `Reply` sees an object of responses by call id; a response under another name than its call's (an implicit
   * Email/set) is at `callId:Method/name`. Rejects with `EngineError` only.
   */
  send<S extends z.ZodType>(calls: Calls, Reply: S, options?: SendOptions): Promise<z.output<S>>;
  session(): Promise<Session>;
  /** Asks anew, past the cache: whether the credential is accepted now. */
  refreshSession(): Promise<Session>;
  readonly http: Http;
}

const requestTimeoutMs = 30_000;
const sessionTimeoutMs = 15_000;

const Envelope = z.object({
  methodResponses: z.array(z.tuple([z.string(), z.record(z.string(), z.unknown()), z.string()])),
  sessionState: z.string().optional(),
});

/** `capability` picks the account: mail for a mailbox user, Stalwart's own for the service credential. */
export function createJmapClient(http: Http, capability: string): JmapClient {
  let cached: Promise<Session> | undefined;
  let sessionState: string | undefined;

  const refreshSession = () => {
    const asked = http({ method: "GET", url: "/.well-known/jmap", timeoutMs: sessionTimeoutMs }, async (response) =>
      readable(() => response.json().then((reply) => readSession(reply, capability)), "unavailable"),
    );
    cached = asked;
    asked.catch(() => {
      if (cached === asked) cached = undefined;
    });
    return asked;
  };
  const session = () => cached ?? refreshSession();

  return {
    http,
    session,
    refreshSession,
    async send(calls, Reply, { mayFail = [], once = false } = {}) {
      const { apiUrl, accountId, using, maxCalls } = await session();
      const named = Object.entries(calls);
      if (named.length > maxCalls)
        throw new EngineError("refused", `${named.length} calls in a request, ${maxCalls} at most`);
      const methodCalls = named.map(([id, [method, args]]) => [
        method,
        method.startsWith("x:") ? args : { accountId, ...args },
        id,
      ]);
      const request = {
        method: "POST" as const,
        url: apiUrl,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ using, methodCalls }),
        timeoutMs: requestTimeoutMs,
        once,
      };
      try {
        return await http(request, (response) =>
          readable(
            async () => {
              const envelope = Envelope.parse(await response.json());
              // Rights, capabilities or URLs may have changed: the next request asks for them again.
              if (sessionState !== undefined && sessionState !== envelope.sessionState) cached = undefined;
              sessionState = envelope.sessionState;
              return Reply.parse(responsesById(calls, envelope.methodResponses, mayFail));
            },
            once ? "unknownOutcome" : "unavailable",
          ),
        );
      } catch (error) {
        if (error instanceof EngineError && error.failure === "unauthorized") cached = undefined;
        throw error;
      }
    },
  };
}

function responsesById(
  calls: Calls,
  responses: [name: string, response: Record<string, unknown>, id: string][],
  mayFail: readonly string[],
): Record<string, unknown> {
  const byId: Record<string, unknown> = {};
  for (const [name, response, id] of responses) {
    const isImplicit = name !== "error" && name !== calls[id]?.[0];
    const key = isImplicit ? `${id}:${name}` : id;
    const tolerated = mayFail.includes(key);
    const failure = name === "error" ? JmapFailure.parse(response) : tolerated ? null : firstSetFailure(response);
    if (failure && !tolerated) throw engineErrorOf(failure, calls[id]?.[0] ?? name);
    byId[key] = failure ? { failed: failure } : response;
  }
  return byId;
}

/** A reply that cannot be understood is the engine's failure, not a programming error of the caller. */
async function readable<T>(read: () => Promise<T>, failure: "unavailable" | "unknownOutcome"): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof z.ZodError) throw new EngineError(failure, `unexpected reply: ${z.prettifyError(error)}`);
    if (error instanceof SyntaxError) throw new EngineError(failure, "the reply is not JSON");
    throw error;
  }
}
