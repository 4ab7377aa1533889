import { createSocket } from "node:dgram";
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import {
  AUTHENTIC_DATA,
  AUTHORITATIVE_ANSWER,
  type Answer,
  type DecodedPacket,
  decode,
  encode,
  type Packet,
  RECURSION_AVAILABLE,
  streamEncode,
  TRUNCATED_RESPONSE,
} from "dns-packet";
import { normaliseName, type RecordType } from "./dns-answer";
import { type LyingValue, type LyingZones, soaOf, tellTruth, toAnswer } from "./testing-lying-zone";

const rcodes = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 } as const;

/** How a server departs from the truth about one name and type. */
export type Lie = {
  rcode?: keyof typeof rcodes;
  /** Says nothing; with a number, only to so many questions, and the truth afterwards. */
  silent?: true | number;
  delayMs?: number;
  /** Sets TC on UDP however short the answer is. */
  truncated?: true;
  /** Fails as a validating resolver does whose signatures do not hold: not for those who ask with checking disabled (CD). */
  bogus?: true;
  /** Extended DNS Error (RFC 8914). */
  ede?: { code: number; text?: string };
  /** Writes names in mixed case, the question's too (as 0x20 does). */
  mixedCase?: true;
  /** Says that it validated the answer (AD). */
  authenticated?: true;
  /** Remembers this in place of what is true; empty: that there was nothing. */
  remembers?: LyingValue[];
  /** Of what it remembers. */
  ttlSeconds?: number;
};

export type Asked = { name: string; type: string; overTcp: boolean; ignoresDnssec: boolean };

export type LyingServer = {
  host: string;
  port: number;
  zones: LyingZones;
  /** `null` goes back to the truth; type `*` is every type. */
  lie(name: string, type: RecordType | "*", lie: Lie | null): void;
  asked: Asked[];
  stop(): Promise<void>;
};

const plainUdpBytes = 512;
const maxBytes = 65_535;
const mixCase = (name: string) => name.replaceAll(/[a-z]/g, (letter, at) => (at % 2 ? letter : letter.toUpperCase()));

/**
 * A DNS server for tests, UDP and TCP on one port, that tells the truth of `zones` but for the lies it was told to tell. An authority refuses names outside of
 * its zones; a resolver says that they do not exist.
 */
export async function startLyingServer({
  host = "127.0.0.1",
  port = 0,
  isAuthority = false,
  /** Each answer takes this long, unless a lie says otherwise. */
  delayMs = 0,
} = {}): Promise<LyingServer> {
  const zones: LyingZones = new Map();
  const lies = new Map<string, Lie>();
  const asked: Asked[] = [];

  function reply(query: DecodedPacket, lie: Lie): Packet {
    const question = query.questions?.[0] ?? { name: "", type: "A" as const };
    const name = normaliseName(question.name);
    const truth = tellTruth(zones, name, question.type as RecordType, { isAuthority });
    let rcode: keyof typeof rcodes = truth?.rcode ?? (isAuthority ? "REFUSED" : "NXDOMAIN");
    let answers: Answer[] = truth?.answers ?? [];
    if (lie.remembers) {
      rcode = "NOERROR";
      answers = lie.remembers.map((value) => toAnswer(name, question.type as RecordType, value, lie.ttlSeconds ?? 300));
    }
    const failure = lie.bogus && !query.flag_cd ? "SERVFAIL" : lie.rcode;
    if (failure) [rcode, answers] = [failure, []];
    const isNegative = !answers.some(({ type }) => type === question.type);
    const flags = (isAuthority ? AUTHORITATIVE_ANSWER : RECURSION_AVAILABLE) | rcodes[rcode];
    return {
      type: "response",
      id: query.id ?? 0,
      flags: flags | (lie.authenticated ? AUTHENTIC_DATA : 0),
      questions: [lie.mixedCase ? { ...question, name: mixCase(name) } : question],
      answers: lie.mixedCase ? answers.map((answer) => ({ ...answer, name: mixCase(answer.name) }) as Answer) : answers,
      authorities: isNegative && !failure && truth ? [soaOf(truth.zone, lie.ttlSeconds)] : [],
      additionals: lie.ede && query.additionals?.some(({ type }) => type === "OPT") ? [errorOption(lie.ede)] : [],
    };
  }

  /** Calls back with what to send, later or never as the lie wants it. */
  function answer(bytes: Buffer, overTcp: boolean, send: (query: DecodedPacket, reply: Packet, lie: Lie) => void) {
    const query = decode(bytes);
    const { name = "", type = "A" } = query.questions?.[0] ?? {};
    asked.push({ name: normaliseName(name), type, overTcp, ignoresDnssec: query.flag_cd });
    const key = `${type} ${normaliseName(name)}`;
    const lie = lies.get(key) ?? lies.get(`* ${normaliseName(name)}`) ?? {};
    if (lie.silent === true) return;
    if (lie.silent && lie.silent > 0) {
      lie.silent -= 1;
      return;
    }
    const waitMs = lie.delayMs ?? delayMs;
    if (waitMs) setTimeout(() => send(query, reply(query, lie), lie), waitMs);
    else send(query, reply(query, lie), lie);
  }

  const sockets = new Set<Socket>();
  const tcp = createServer((socket) => {
    sockets.add(socket);
    let received = Buffer.alloc(0);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
    socket.on("data", (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 2 || received.length < 2 + received.readUInt16BE()) return;
      answer(received.subarray(2), true, (_, packet) => {
        const size = encode(packet).length;
        socket.end(streamEncode(size > maxBytes ? { ...packet, answers: [], flags: rcodes.SERVFAIL } : packet));
      });
    });
  });
  tcp.listen(port, host);
  await once(tcp, "listening");
  const boundPort = (tcp.address() as AddressInfo).port;
  const udp = createSocket("udp4");
  udp.on("message", (bytes, from) =>
    answer(bytes, false, (query, packet, lie) => {
      const opt = query.additionals?.find(({ type }) => type === "OPT");
      const limit = opt && "udpPayloadSize" in opt ? Math.max(plainUdpBytes, opt.udpPayloadSize) : plainUdpBytes;
      const whole = encode(packet);
      const cut = { ...packet, flags: (packet.flags ?? 0) | TRUNCATED_RESPONSE, answers: [], authorities: [] };
      if (!stopped) udp.send(whole.length <= limit && !lie.truncated ? whole : encode(cut), from.port, from.address);
    }),
  );
  let stopped = false;
  udp.bind(boundPort, host);
  await once(udp, "listening");

  return {
    ...{ host, port: boundPort, zones, asked },
    lie(name, type, lie) {
      const key = `${type} ${normaliseName(name)}`;
      if (lie) lies.set(key, { ...lie });
      else lies.delete(key);
    },
    async stop() {
      stopped = true;
      udp.close();
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => tcp.close(() => resolve()));
    },
  };
}

const extendedError = 15;

function errorOption({ code, text = "" }: { code: number; text?: string }): Answer {
  const data = Buffer.alloc(2 + Buffer.byteLength(text));
  data.writeUInt16BE(code);
  data.write(text, 2);
  const options = [{ code: extendedError, data }];
  return { type: "OPT", name: ".", udpPayloadSize: 1232, flags: 0, options } as unknown as Answer;
}
