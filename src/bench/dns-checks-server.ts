import { createSocket } from "node:dgram";
import { once } from "node:events";
import { type Answer, AUTHORITATIVE_ANSWER, type DecodedPacket, decode, encode } from "dns-packet";
import { domainOf, platform, wantedOf, zoneOf } from "./dns-checks-domains";

/**
 * The DNS of the benchmark: resolver and name server of all its zones in one, on loopback, each answer after 20 ms. Prints its port. A line on standard input
 * is answered with a line: what was asked since the last one.
 */
const delayMs = 20;
const windowMs = 1000;

const answerOf = (name: string, type: string, value: string): Answer => {
  const parts = value.split(" ");
  const [first = "", , third, fourth] = parts;
  const data: Record<string, unknown> = {
    MX: { preference: Number(first), exchange: parts[1] },
    SRV: { priority: 0, weight: 1, port: Number(third), target: fourth },
    TXT: value.match(/.{1,255}/g) ?? [],
  };
  return { name, type, class: "IN", ttl: 300, data: data[type] ?? value } as Answer;
};

const model = domainOf(1);
const byLabel = new Map<string, [type: string, value: string][]>();
for (const { shortName, type, value } of wantedOf(model))
  byLabel.set(shortName, [...(byLabel.get(shortName) ?? []), [type, value]]);
const hosts = new Map<string, [type: string, value: string][]>([
  ["spf.host.net", [["TXT", "v=spf1 ip4:192.0.2.1 -all"]]],
  ...[...platform.mxHosts, platform.mailHost].map((host): [string, [string, string][]] => [host, [["A", "192.0.2.1"]]]),
]);

/** `_dmarc.s3.z3.org` is `_dmarc` of `s3.z3.org`, which lies in `z3.org`. */
function recordsAt(name: string): [type: string, value: string][] | undefined {
  const known = hosts.get(name);
  if (known) return known;
  const [, label, zone] = /^(?:(.+?)\.)??((?:s\d+\.)?[dz]\d+\.org)$/.exec(name) ?? [];
  if (!zone) return undefined;
  if (label === "ns1") return [["A", "127.0.0.1"]];
  const own = byLabel.get(label ?? "@");
  if (label === undefined && zone === zoneOf(zone)) return [...(own ?? []), ["NS", `ns1.${zone}`]];
  return own;
}

const soaOf = (name: string): Answer => ({
  ...({ type: "SOA", name, ttl: 300 } as const),
  data: { mname: name, rname: name, serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 60 },
});

function replyTo(query: DecodedPacket): Buffer {
  const { name = "", type = "A" } = query.questions?.[0] ?? {};
  const at = name.toLowerCase();
  const records = recordsAt(at);
  const wanted = (records ?? []).filter(([of]) => of === type);
  const answers =
    type === "SOA" && records && at === zoneOf(at)
      ? [soaOf(at)]
      : wanted.map(([of, value]) => answerOf(name, of, value));
  return encode({
    ...{ type: "response", id: query.id, questions: query.questions, answers },
    flags: AUTHORITATIVE_ANSWER | (records ? 0 : 3),
    authorities: answers.length > 0 ? [] : [soaOf(zoneOf(at))],
  });
}

type Due = { at: number; bytes: Buffer; port: number; address: string };
const queue: Due[] = [];
let head = 0;
let inFlight = 0;
let mostInFlight = 0;
let count = 0;
let zoneTimes = new Map<string, number[]>();
let names: string[] = [];

// Without room for bursts the system would drop what arrives while an answer is made.
const socket = createSocket({ type: "udp4", recvBufferSize: 4 * 1024 * 1024 });
socket.on("message", (bytes, { port, address }) => {
  const query = decode(bytes);
  const question = query.questions?.[0];
  if (!question) return;
  const now = performance.now();
  count++;
  mostInFlight = Math.max(mostInFlight, ++inFlight);
  names.push(`${question.name} ${question.type}`);
  if (!query.flag_rd) {
    const zone = zoneOf(question.name.toLowerCase());
    const times = zoneTimes.get(zone);
    if (times) times.push(now);
    else zoneTimes.set(zone, [now]);
  }
  queue.push({ at: now + delayMs, bytes: replyTo(query), port, address });
});
socket.bind(0, "127.0.0.1");
await once(socket, "listening");

setInterval(() => {
  const now = performance.now();
  for (; head < queue.length && queue[head]!.at <= now; head++) {
    const { bytes, port, address } = queue[head]!;
    socket.send(bytes, port, address);
    inFlight--;
  }
  if (head > 10_000) {
    queue.splice(0, head);
    head = 0;
  }
}, 1);

/** The most questions that any one zone heard within one second. */
function mostOfAZone(): number {
  let most = 0;
  for (const times of zoneTimes.values()) {
    let first = 0;
    for (const [index, time] of times.entries()) {
      while (times[first]! <= time - windowMs) first++;
      most = Math.max(most, index - first + 1);
    }
  }
  return most;
}

console.log(socket.address().port);
for await (const line of console) {
  const file = line.trim();
  if (file) await Bun.write(file, names.join("\n"));
  console.log(JSON.stringify({ count, mostInFlight, mostOfAZone: mostOfAZone() }));
  [count, mostInFlight, zoneTimes, names] = [0, inFlight, new Map(), []];
}
// Who started it is gone.
process.exit(0);
