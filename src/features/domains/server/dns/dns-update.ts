import { randomInt } from "node:crypto";
import { connect } from "node:net";
import { DnsUpdateError } from "./dns-update-error";
import { readMessage, wireClasses, wireMessage, type WireRecord, wireText, wireTypes } from "./dns-wire";
import { signTsig, TsigError, type TsigKey, verifyTsig } from "./tsig";

/** Where a zone is changed: its primary server as host, host:port or [address]:port, and the key for it. */
export type UpdateTarget = TsigKey & { server: string };

export type ZoneTexts = {
  zone: string;
  /** `null` takes away what is there. */
  texts: { name: string; value: string | null }[];
  ttlSeconds: number;
};

const updateFlags = 5 << 11;
const timeoutMs = 5000;
const maxBytes = 65_535;
const nothing = Buffer.alloc(0);
const rcodes = [
  ...["NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED"],
  ...["YXDOMAIN", "YXRRSET", "NXRRSET", "NOTAUTH", "NOTZONE"],
];

/** As an update says it (RFC 2136 sections 2.4 and 2.5): no alias may stand at a name that gets a text; all texts there are exchanged for the new one. */
function updateOf({ texts, ttlSeconds }: ZoneTexts): { answers: WireRecord[]; authorities: WireRecord[] } {
  const { CNAME, TXT } = wireTypes;
  const bare = { ttlSeconds: 0, data: nothing };
  return {
    answers: texts
      .filter(({ value }) => value !== null)
      .map(({ name }) => ({ ...bare, name, type: CNAME, class: wireClasses.NONE })),
    authorities: texts.flatMap(({ name, value }) => {
      const remove: WireRecord = { ...bare, name, type: TXT, class: wireClasses.ANY };
      if (value === null) return [remove];
      return [remove, { name, type: TXT, class: wireClasses.IN, ttlSeconds, data: wireText(value) }];
    }),
  };
}

/**
 * Exchanges the TXT records of names in a zone, all or none of them, by a signed dynamic update over TCP (RFC 2136, RFC 8945). May be repeated. Resolves
 * when the primary server has said so under its own signature. Rejects with `DnsUpdateError`.
 */
export async function replaceTexts(target: UpdateTarget, change: ZoneTexts, now = new Date()): Promise<void> {
  const id = randomInt(0x10000);
  const question = { name: change.zone, type: wireTypes.SOA };
  const message = wireMessage({ id, flags: updateFlags, question, ...updateOf(change) });
  const { signed, mac } = signTsig(message, target, { now });
  const reply = await exchange(target.server, signed);
  const rcode = readRcode(reply, id);
  try {
    verifyTsig(reply, target, { now: new Date(), requestMac: mac });
  } catch (error) {
    if (!(error instanceof TsigError)) throw new DnsUpdateError("EBADRESP");
    // A server that refuses may do so without a signature; one that agrees may not.
    throw new DnsUpdateError(error.reason === "UNSIGNED" && rcode !== "NOERROR" ? rcode : error.reason);
  }
  if (rcode !== "NOERROR") throw new DnsUpdateError(rcode);
}

function readRcode(reply: Buffer, id: number): string {
  try {
    const { id: replyId, flags } = readMessage(reply);
    if (replyId !== id || (flags & 0x8000) === 0) throw new DnsUpdateError("EBADRESP");
    return rcodes[flags & 0xf] ?? `RCODE${flags & 0xf}`;
  } catch {
    throw new DnsUpdateError("EBADRESP");
  }
}

function endpointOf(server: string): { host: string; port: number } {
  const [, bracketed, plain, port = "53"] = /^(?:\[(.+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(server.trim()) ?? [];
  return { host: bracketed ?? plain ?? server, port: Number(port) };
}

const connectionReason = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code === "ECONNREFUSED" ? "ECONNREFUSED" : "EUNREACHABLE";

/** One message there and one back; each has its length before it (RFC 1035 section 4.2.2). */
function exchange(server: string, message: Buffer): Promise<Buffer> {
  if (message.length > maxBytes) throw new DnsUpdateError("FORMERR");
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const socket = connect(endpointOf(server));
  const timer = setTimeout(() => reject(new DnsUpdateError("ETIMEOUT")), timeoutMs);
  let received = Buffer.alloc(0);
  socket.on("connect", () => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(message.length);
    socket.write(Buffer.concat([length, message]));
  });
  socket.on("data", (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    if (received.length >= 2 && received.length >= 2 + received.readUInt16BE())
      resolve(received.subarray(2, 2 + received.readUInt16BE()));
  });
  socket.on("error", (error) => reject(new DnsUpdateError(connectionReason(error))));
  socket.on("close", () => reject(new DnsUpdateError("EBADRESP")));
  return promise.finally(() => {
    clearTimeout(timer);
    socket.destroy();
  });
}
