import { createHmac, timingSafeEqual } from "node:crypto";
import { readMessage, readName, wireClasses, wireName, wireRecord, wireTypes } from "./dns-wire";

/** A key that two servers share; `algorithm` such as `hmac-sha256`, `secret` in base64. */
export type TsigKey = { keyName: string; algorithm: string; secret: string };

export class TsigError extends Error {
  /** `UNSIGNED`, `BADSIG`, `BADKEY`, `BADTIME` (RFC 8945 section 5.2), or the number of another error. */
  constructor(readonly reason: string) {
    super(reason);
    this.name = "TsigError";
  }
}

/** Seconds that two clocks may differ (RFC 8945 section 10). */
const fudgeSeconds = 300;
const errorNames: Record<number, string> = { 16: "BADSIG", 17: "BADKEY", 18: "BADTIME", 22: "BADTRUNC" };

const uint16 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);
const uint48 = (value: number): Buffer => {
  const bytes = Buffer.alloc(6);
  bytes.writeUIntBE(value, 0, 6);
  return bytes;
};

type Stamp = { timeSeconds: number; fudge: number; error: number; other: Buffer };

function digest(
  key: TsigKey,
  message: Buffer,
  { timeSeconds, fudge, error, other }: Stamp,
  requestMac?: Buffer,
): Buffer {
  const before = requestMac ? [uint16(requestMac.length), requestMac] : [];
  const head = Buffer.alloc(6);
  head.writeUInt16BE(wireClasses.ANY, 0);
  const named = [wireName(key.keyName), head, wireName(key.algorithm)];
  const stamped = [uint48(timeSeconds), uint16(fudge), uint16(error), uint16(other.length), other];
  const hash = key.algorithm.replace("hmac-", "");
  return createHmac(hash, Buffer.from(key.secret, "base64"))
    .update(Buffer.concat([...before, message, ...named, ...stamped]))
    .digest();
}

/** Adds a signature as the last record of a message (RFC 8945 section 4.2). `requestMac` is that of the request when a reply is signed. */
export function signTsig(
  message: Buffer,
  key: TsigKey,
  { now, requestMac, error = 0 }: { now: Date; requestMac?: Buffer; error?: number },
): { signed: Buffer; mac: Buffer } {
  const stamp = { timeSeconds: Math.floor(now.getTime() / 1000), fudge: fudgeSeconds, error, other: Buffer.alloc(0) };
  const mac = digest(key, message, stamp, requestMac);
  const data = Buffer.concat([
    ...[wireName(key.algorithm), uint48(stamp.timeSeconds), uint16(stamp.fudge), uint16(mac.length), mac],
    ...[message.subarray(0, 2), uint16(error), uint16(0)],
  ]);
  const record = { name: key.keyName, type: wireTypes.TSIG, class: wireClasses.ANY, ttlSeconds: 0, data };
  const signed = Buffer.concat([message, wireRecord(record)]);
  signed.writeUInt16BE(message.readUInt16BE(10) + 1, 10);
  return { signed, mac };
}

/** Checks the signature of a message and returns its MAC (RFC 8945 section 5.2). Throws `TsigError`, and `RangeError` on what is no message. */
export function verifyTsig(
  message: Buffer,
  key: TsigKey,
  { now, requestMac }: { now: Date; requestMac?: Buffer },
): { mac: Buffer } {
  const record = readMessage(message).sections[2]?.at(-1);
  if (record?.type !== wireTypes.TSIG) throw new TsigError("UNSIGNED");
  const { name: algorithm, end } = readName(message, record.dataStart);
  const macBytes = message.readUInt16BE(end + 8);
  const mac = message.subarray(end + 10, end + 10 + macBytes);
  const rest = end + 10 + macBytes;
  const error = message.readUInt16BE(rest + 2);
  const over = rest + 6 + message.readUInt16BE(rest + 4);
  if (over !== message.length || over !== record.dataStart + record.data.length) throw new TsigError("BADSIG");
  const stamp: Stamp = {
    ...{ timeSeconds: message.readUIntBE(end, 6), fudge: message.readUInt16BE(end + 6), error },
    other: message.subarray(rest + 6, over),
  };
  // A server that does not know the key, or could not check with it, cannot sign either.
  if (macBytes === 0) throw new TsigError(errorNames[error] ?? String(error));
  const isOurs = record.name === key.keyName.toLowerCase() && algorithm === key.algorithm.toLowerCase();
  if (!isOurs) throw new TsigError("BADKEY");
  const bare = Buffer.from(message.subarray(0, record.start));
  message.copy(bare, 0, rest, rest + 2);
  bare.writeUInt16BE(message.readUInt16BE(10) - 1, 10);
  const expected = digest(key, bare, stamp, requestMac);
  if (mac.length !== expected.length || !timingSafeEqual(mac, expected)) throw new TsigError("BADSIG");
  if (error !== 0) throw new TsigError(errorNames[error] ?? String(error));
  if (Math.abs(now.getTime() / 1000 - stamp.timeSeconds) > stamp.fudge) throw new TsigError("BADTIME");
  return { mac };
}
