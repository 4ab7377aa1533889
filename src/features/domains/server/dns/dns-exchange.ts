import { createSocket } from "node:dgram";
import { connect, isIPv6 } from "node:net";
import { type DecodedPacket, decode } from "dns-packet";
import type { UnknownReason } from "./dns-answer";
import type { ServerAddress } from "./server-address";

export type Reply = DecodedPacket & { rcode?: string };

/** A server could not be asked, or did not answer in a usable way. */
export class ExchangeError extends Error {
  constructor(readonly reason: UnknownReason) {
    super(reason);
    this.name = "ExchangeError";
  }
}

export type Exchange = {
  server: ServerAddress;
  query: Buffer;
  timeoutMs: number;
  /** Anything else that arrives is somebody else's: guessing an answer needs id, port and question (RFC 5452). */
  accepts(reply: Reply): boolean;
};

const toReason = (error: unknown): UnknownReason =>
  (error as NodeJS.ErrnoException).code === "ECONNREFUSED" ? "ECONNREFUSED" : "EBADRESP";

function parseReply(bytes: Buffer): Reply | undefined {
  try {
    return decode(bytes);
  } catch {
    return undefined;
  }
}

/** One datagram there and one back, from a fresh port that only hears this server. Rejects with `ExchangeError`. */
export function exchangeOverUdp({ server, query, timeoutMs, accepts }: Exchange): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const socket = createSocket(isIPv6(server.host) ? "udp6" : "udp4");
  const timer = setTimeout(() => reject(new ExchangeError("ETIMEOUT")), timeoutMs);
  socket.on("error", (error) => reject(new ExchangeError(toReason(error))));
  socket.on("message", (bytes) => {
    const reply = parseReply(bytes);
    if (reply && accepts(reply)) resolve(reply);
  });
  socket.connect(server.port, server.host, () => socket.send(query));
  return promise.finally(() => {
    clearTimeout(timer);
    socket.close();
  });
}

/** The same over TCP, where a message is at most 64 KiB (RFC 1035 section 4.2.2). Rejects with `ExchangeError`. */
export function exchangeOverTcp({ server, query, timeoutMs, accepts }: Exchange): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const socket = connect(server.port, server.host);
  const timer = setTimeout(() => reject(new ExchangeError("ETIMEOUT")), timeoutMs);
  let received = Buffer.alloc(0);
  socket.on("connect", () => {
    const framed = Buffer.alloc(2 + query.length);
    framed.writeUInt16BE(query.length);
    query.copy(framed, 2);
    socket.write(framed);
  });
  socket.on("data", (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    if (received.length < 2 || received.length < 2 + received.readUInt16BE()) return;
    const reply = parseReply(received.subarray(2, 2 + received.readUInt16BE()));
    if (reply && accepts(reply)) resolve(reply);
    else reject(new ExchangeError("EBADRESP"));
  });
  socket.on("error", (error) => reject(new ExchangeError(toReason(error))));
  socket.on("close", () => reject(new ExchangeError("EBADRESP")));
  return promise.finally(() => {
    clearTimeout(timer);
    socket.destroy();
  });
}
