import { EngineError } from "../engine-error.ts";
import { fetchStream } from "./fetch-stream.ts";
import { type Connection, exchange } from "./http-request.ts";
import { expandTemplate } from "./pinned-url.ts";
import { jitter } from "./retry-busy.ts";
import { serverSentEvents } from "./server-sent-events.ts";

/** Yields `null` once connected, then the parsed data of every `state` event, until the server, silence or `signal` ends it. */
export type OpenEventStream = (
  urlTemplate: string,
  types: readonly string[],
  signal: AbortSignal,
) => AsyncGenerator<unknown>;

/** Stalwart's shortest. */
const pingSeconds = 30;
const longestSilenceMs = 75_000;
/** A server may keep a stream open although its credential was destroyed: the next connection finds out. */
const longestLifeMs = 300_000;
const connectTimeoutMs = 20_000;

export const createOpenEventStream = (connection: Connection): OpenEventStream =>
  async function* (urlTemplate, types, signal) {
    const url = expandTemplate(urlTemplate, { types: types.join(","), closeafter: "no", ping: String(pingSeconds) });
    const ended = new AbortController();
    const end = () => ended.abort();
    signal.addEventListener("abort", end, { once: true });
    const life = setTimeout(end, longestLifeMs - jitter(0, longestLifeMs / 5, longestLifeMs));
    let silence = setTimeout(end, longestSilenceMs);
    const onBytes = () => {
      clearTimeout(silence);
      silence = setTimeout(end, longestSilenceMs);
    };
    try {
      const request = {
        method: "GET" as const,
        url,
        timeoutMs: connectTimeoutMs,
        headers: { accept: "text/event-stream" },
      };
      const { body, headers } = await exchange(
        { ...connection, fetch: fetchStream },
        request,
        async (response) => response,
        ended.signal,
      );
      const isStream = headers.get("content-type")?.startsWith("text/event-stream");
      if (!body || !isStream) throw new EngineError("refused", "this server does not push");
      yield null;
      for await (const { event, data } of serverSentEvents(body, onBytes)) {
        if (event === "state") yield JSON.parse(data);
      }
    } catch (error) {
      if (error instanceof EngineError) throw error;
      // Cut by the network or by one of the timers: the caller connects again.
    } finally {
      signal.removeEventListener("abort", end);
      clearTimeout(life);
      clearTimeout(silence);
      end();
    }
  };
