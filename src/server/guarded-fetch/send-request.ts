import { type IncomingMessage, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { isIPv6, type LookupFunction } from "node:net";
import { GuardError } from "./guard-error";
import type { Target } from "./find-target";

export type Outgoing = {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  headers: Record<string, string>;
  body?: string;
  /** Octets of the answer's body that are read; the rest is left. */
  maxBytes: number;
  connectTimeoutMs: number;
  /** Certificates of further authorities that are believed, as PEM; without it those of the system. */
  trusted?: string;
};

export type GuardedResponse = {
  status: number;
  headers: Record<string, string>;
  /** As it came: it is asked for unpacked, and nothing is unpacked here. */
  body: Buffer;
  isTruncated: boolean;
};

/** Answers with the checked addresses, whatever the name: nothing is resolved a second time. */
const pinned =
  (addresses: string[]): LookupFunction =>
  (_, options, done) => {
    const all = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
    if (options.all) done(null, all);
    else done(null, all[0]!.address, all[0]!.family);
  };

/**
 * One request over a connection of its own to one of the target's addresses. `node:https` because it takes the addresses from us, checks
 * the certificate against the URL's name, knows no proxy of the environment, keeps no cookies and follows nothing. Throws `GuardError`.
 */
export function sendRequest(
  { url, addresses }: Target,
  outgoing: Outgoing,
  signal: AbortSignal,
): Promise<GuardedResponse> {
  const { method, body, connectTimeoutMs, trusted } = outgoing;
  const send = url.protocol === "https:" ? secureRequest : plainRequest;
  const headers = {
    ...outgoing.headers,
    "accept-encoding": "identity",
    ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }),
  };
  return new Promise((resolve, reject) => {
    const lookup = pinned(addresses);
    // Said here, because otherwise NODE_TLS_REJECT_UNAUTHORIZED could switch it off.
    const tls = { rejectUnauthorized: true, ...(trusted ? { ca: trusted } : {}) };
    const call = send(url, { method, headers, lookup, agent: false, signal, ...tls });
    const fail = (error: unknown) => {
      call.destroy();
      reject(asGuardError(error, signal));
    };
    const connecting = setTimeout(() => fail(new GuardError("timeout", "no connection in time")), connectTimeoutMs);
    call.on("close", () => clearTimeout(connecting));
    call.on("socket", (socket) => {
      const isSecure = url.protocol === "https:";
      socket.once(isSecure ? "secureConnect" : "connect", () => {
        clearTimeout(connecting);
        // Never seen to happen; if a runtime ever went its own way, nothing must be sent.
        if (!isOneOf(addresses, socket.remoteAddress)) fail(new GuardError("address", "connected to another address"));
      });
    });
    call.on("error", fail);
    call.on("response", (response: IncomingMessage) => {
      readBody(response, outgoing.maxBytes).then(({ body: bytes, isTruncated }) => {
        if (isTruncated) call.destroy();
        const entries = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
        resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(entries), body: bytes, isTruncated });
      }, fail);
    });
    call.end(body);
  });
}

const isOneOf = (addresses: string[], connected: string | undefined): boolean =>
  connected === undefined ||
  addresses.some((address) => new URL(urlOf(address)).host === new URL(urlOf(connected)).host);

const urlOf = (address: string) => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, "");
  return `http://${isIPv6(plain) ? `[${plain}]` : plain}`;
};

function readBody(response: IncomingMessage, maxBytes: number): Promise<{ body: Buffer; isTruncated: boolean }> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    response.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > maxBytes) resolve({ body: Buffer.concat(chunks).subarray(0, maxBytes), isTruncated: true });
    });
    response.on("end", () =>
      response.complete
        ? resolve({ body: Buffer.concat(chunks), isTruncated: false })
        : reject(new GuardError("connection", "the connection was cut within the answer")),
    );
    response.on("aborted", () => reject(new GuardError("connection", "the connection was cut within the answer")));
    response.on("error", reject);
  });
}

function asGuardError(error: unknown, signal: AbortSignal): GuardError {
  if (error instanceof GuardError) return error;
  if (signal.aborted) return new GuardError("timeout", "no answer in time");
  const { code = "", message } = error as { code?: string; message: string };
  if (/CERT|SIGNATURE|SELF_SIGNED|ALTNAME|^ERR_SSL|^ERR_TLS/.test(code))
    return new GuardError("certificate", "the certificate is not valid for this name", { cause: error });
  const known = /^[A-Z0-9_]+$/.test(code) ? `the connection failed (${code})` : `the connection failed: ${message}`;
  return new GuardError("connection", known.slice(0, 200), { cause: error });
}
