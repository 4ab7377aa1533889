import { createSocket } from "node:dgram";
import { getServers } from "node:dns";
import { connect, isIPv6 } from "node:net";
import { domainToASCII } from "node:url";
import { type DecodedPacket, type RecordType, decode, encode, streamEncode } from "dns-packet";

/** Answers as `node:dns` gives them: strings, lists of strings for TXT, `{ exchange, priority }` for MX. */
export type DnsLookup = (name: string, type: string) => Promise<unknown[]>;

/** No answer to use: the name or its records do not exist, the server failed, or nobody answered in time. */
export class LookupError extends Error {
  constructor(
    readonly code: "ENOTFOUND" | "ENODATA" | "ESERVFAIL" | "ETIMEOUT",
    name: string,
  ) {
    super(`${code} ${name}`);
  }
}

type Server = { host: string; port: number };

function parseServer(text: string): Server {
  const [, v6, v6port] = /^\[([^\]]+)\](?::(\d+))?$/.exec(text) ?? [];
  if (v6) return { host: v6, port: Number(v6port ?? 53) };
  if (isIPv6(text)) return { host: text, port: 53 };
  const [host = "127.0.0.1", port = "53"] = text.split(":");
  return { host, port: Number(port) };
}

function askUdp(query: Buffer, id: number, { host, port }: Server, timeout: number): Promise<DecodedPacket> {
  return new Promise((resolve, reject) => {
    const socket = createSocket(isIPv6(host) ? "udp6" : "udp4");
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      socket.close();
      settle();
    };
    const timer = setTimeout(() => finish(() => reject(new LookupError("ETIMEOUT", host))), timeout);
    socket.once("error", (error) => finish(() => reject(error)));
    socket.on("message", (data) => {
      try {
        const answer = decode(data);
        if (answer.id === id) finish(() => resolve(answer));
      } catch {
        // Not an answer to this question: the timer decides.
      }
    });
    socket.connect(port, host, () => socket.send(query));
  });
}

function askTcp(query: Buffer, { host, port }: Server, timeout: number): Promise<DecodedPacket> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    const socket = connect(port, host, () => socket.write(query));
    socket.setTimeout(timeout, () => socket.destroy(new LookupError("ETIMEOUT", host)));
    socket.once("error", reject);
    socket.on("data", (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 2 || received.length < 2 + received.readUInt16BE(0)) return;
      socket.destroy();
      try {
        resolve(decode(received.subarray(2, 2 + received.readUInt16BE(0))));
      } catch (error) {
        reject(error);
      }
    });
  });
}

const values: Record<string, (data: never) => unknown> = {
  MX: ({ exchange, preference }: { exchange: string; preference?: number }) => ({
    exchange,
    priority: preference ?? 0,
  }),
  TXT: (strings: Buffer | Buffer[]) => [strings].flat().map((part) => part.toString()),
};

function readAnswer(packet: DecodedPacket, name: string, type: string): unknown[] {
  const rcode = (packet as DecodedPacket & { rcode?: string }).rcode;
  if (rcode === "NXDOMAIN") throw new LookupError("ENOTFOUND", name);
  if (rcode !== "NOERROR") throw new LookupError("ESERVFAIL", name);
  const found = (packet.answers ?? []).flatMap((answer) =>
    answer.type === type && "data" in answer ? [(values[type] ?? String)(answer.data as never)] : [],
  );
  if (found.length === 0) throw new LookupError("ENODATA", name);
  return found;
}

/**
 * A stub resolver: UDP, TCP when an answer was cut, the next server when one does not answer. `servers` are `address` or
 * `address:port`; the system's when empty. Throws `LookupError`; Bun's own resolver cannot tell NXDOMAIN from NODATA and splits TXT.
 */
export function createDnsLookup({
  servers = [],
  timeout = 2000,
}: {
  servers?: readonly string[];
  timeout?: number;
}): DnsLookup {
  const known = (servers.length > 0 ? servers : getServers()).map(parseServer);
  return async (name, type) => {
    const id = crypto.getRandomValues(new Uint16Array(1))[0] as number;
    const question = { type: type.toUpperCase() as RecordType, name: domainToASCII(name.replace(/\.$/, "")) };
    const packet = { type: "query" as const, id, flags: 0x100, questions: [question] };
    let failure: unknown = new LookupError("ETIMEOUT", name);
    for (const server of known) {
      try {
        const answer = await askUdp(encode(packet), id, server, timeout);
        const whole = answer.flag_tc ? await askTcp(streamEncode(packet), server, timeout) : answer;
        return readAnswer(whole, name, question.type);
      } catch (error) {
        if (error instanceof LookupError && (error.code === "ENOTFOUND" || error.code === "ENODATA")) throw error;
        failure = error;
      }
    }
    throw failure instanceof LookupError ? failure : new LookupError("ESERVFAIL", name);
  };
}
