import { connect } from "node:net";
import { type DecodedPacket, decode } from "dns-packet";
import type { ExtendedError, UnknownReason } from "./dns-answer";
import type { ServerAddress } from "./server-address";

export type Reply = DecodedPacket & { rcode?: string };

/** A server could not be asked, or did not answer in a usable way. */
export class ExchangeError extends Error {
  constructor(
    readonly reason: UnknownReason,
    readonly ede?: ExtendedError,
  ) {
    super(reason);
    this.name = "ExchangeError";
  }
}

export type Exchange = {
  server: ServerAddress;
  /** Its first two bytes, the id, are filled in by who sends it. */
  query: Buffer;
  timeoutMs: number;
  /** Anything else that arrives is somebody else's: guessing an answer needs id, port and question (RFC 5452). */
  accepts(reply: Reply): boolean;
};

export const toReason = (error: unknown): UnknownReason =>
  (error as NodeJS.ErrnoException | undefined)?.code === "ECONNREFUSED" ? "ECONNREFUSED" : "EBADRESP";

const headerBytes = 12;
/** The name of the root, type, class, TTL and an empty value. */
const leastRecordBytes = 11;
const maxRecords = 500;

/**
 * What is no DNS message is no reply. Nor is one that claims more records than it has room for, or more than anybody publishes: names that point to each other
 * make such a message much more work to read than to send.
 */
export function parseReply(bytes: Buffer): Reply | undefined {
  if (bytes.length < headerBytes) return undefined;
  const records = bytes.readUInt16BE(6) + bytes.readUInt16BE(8) + bytes.readUInt16BE(10);
  if (records > maxRecords || headerBytes + records * leastRecordBytes > bytes.length) return undefined;
  try {
    return decode(bytes);
  } catch {
    return undefined;
  }
}

/** One question over TCP, where a message is at most 64 KiB (RFC 1035 section 4.2.2). Rejects with `ExchangeError`. */
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
    if (reply?.id === query.readUInt16BE() && accepts(reply)) resolve(reply);
    else reject(new ExchangeError("EBADRESP"));
  });
  socket.on("error", (error) => reject(new ExchangeError(toReason(error))));
  socket.on("close", () => reject(new ExchangeError("EBADRESP")));
  return promise.finally(() => {
    clearTimeout(timer);
    socket.destroy();
  });
}
