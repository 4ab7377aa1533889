import { createSocket, type RemoteInfo, type Socket as DatagramSocket } from "node:dgram";
import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { type DecodedPacket, decode, encode, type Packet, TRUNCATED_RESPONSE } from "dns-packet";
import { createZoneReader, type ZoneRecord } from "./zone-files";
import { replyFromZone } from "./zone-reply";

export type ZoneServer = { port: number; stop(): Promise<void> };

const plainUdpBytes = 512;
const idleMs = 5000;

/**
 * The trial's authoritative DNS server for `.test`, on loopback, UDP and TCP on one port (0 picks a free one). It serves the zone files of `directory` and
 * sees what other processes publish there.
 */
export async function startZoneServer({
  directory,
  port = 0,
}: {
  directory: string;
  port?: number;
}): Promise<ZoneServer> {
  const readRecords = createZoneReader(directory);
  const tcp = createServer((socket) => serveStream(socket, readRecords));
  const { udp, boundPort } = await bindBoth(tcp, port);
  udp.on("message", async (bytes, from) => {
    const query = parseQuery(bytes);
    if (query) sendDatagram(query, replyFromZone(query, await readRecords()), from);
  });

  function sendDatagram(query: DecodedPacket, reply: Packet, from: RemoteInfo) {
    const opt = query.additionals?.find(({ type }) => type === "OPT");
    const limit = opt && "udpPayloadSize" in opt ? Math.max(plainUdpBytes, opt.udpPayloadSize) : plainUdpBytes;
    const bytes = encode(reply);
    const truncated = { ...reply, flags: (reply.flags ?? 0) | TRUNCATED_RESPONSE, answers: [], authorities: [] };
    udp.send(bytes.length <= limit ? bytes : encode(truncated), from.port, from.address);
  }

  return {
    port: boundPort,
    async stop() {
      udp.close();
      await new Promise<void>((resolve) => tcp.close(() => resolve()));
    },
  };
}

const attempts = 20;

/** One number for both protocols: a port that is free for one may be taken for the other, so a picked one is picked again. */
async function bindBoth(tcp: Server, port: number): Promise<{ udp: DatagramSocket; boundPort: number }> {
  for (let left = port === 0 ? attempts : 1; ; left--) {
    tcp.listen(port, "127.0.0.1");
    await once(tcp, "listening");
    const boundPort = (tcp.address() as AddressInfo).port;
    const udp = createSocket("udp4");
    try {
      udp.bind(boundPort, "127.0.0.1");
      await once(udp, "listening");
      return { udp, boundPort };
    } catch (error) {
      await new Promise((resolve) => tcp.close(resolve));
      if (left <= 1) throw error;
    }
  }
}

function parseQuery(bytes: Buffer): DecodedPacket | undefined {
  try {
    const query = decode(bytes);
    return query.flag_qr ? undefined : query;
  } catch {
    return undefined;
  }
}

/** Messages on a stream carry their length in two bytes (RFC 1035 section 4.2.2); one question a connection is enough here. */
function serveStream(socket: Socket, readRecords: () => Promise<ZoneRecord[]>): void {
  let received = Buffer.alloc(0);
  socket.setTimeout(idleMs, () => socket.destroy());
  socket.on("error", () => socket.destroy());
  socket.on("data", async (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    if (received.length < 2 || received.length < 2 + received.readUInt16BE()) return;
    const query = parseQuery(received.subarray(2, 2 + received.readUInt16BE()));
    if (!query) return socket.destroy();
    const bytes = encode(replyFromZone(query, await readRecords()));
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    socket.end(Buffer.concat([length, bytes]));
  });
}
