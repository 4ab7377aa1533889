import { get as overHttp, type IncomingMessage } from "node:http";
import { get as overHttps } from "node:https";
import { Readable } from "node:stream";
import type { Fetch } from "./http-request.ts";

/**
 * Asks for something that stays open, on a connection of its own. Bun runs 256 requests of `fetch` at a time and lets all others wait without a word: as
 * many open webmail tabs would stop everything else that this process asks for. Knows GET only.
 */
export const fetchStream: Fetch = async (url, { headers, signal }) => {
  const get = url.startsWith("https:") ? overHttps : overHttp;
  const options = { agent: false, headers: Object.fromEntries(new Headers(headers)), ...(signal ? { signal } : {}) };
  const reply = await new Promise<IncomingMessage>((resolve, reject) => get(url, options, resolve).on("error", reject));
  const fields = Object.entries(reply.headersDistinct).flatMap(([name, values]) =>
    (values ?? []).map((value): [string, string] => [name, value]),
  );
  return new Response(Readable.toWeb(reply) as unknown as ReadableStream<Uint8Array>, {
    ...{ status: reply.statusCode ?? 500, headers: fields },
  });
};
