import { afterAll, beforeAll, expect, test } from "bun:test";
import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { AUTHORITATIVE_ANSWER, type Answer, decode, encode } from "dns-packet";
import { findAuthority } from "./find-authority";
import { createResolver, type Resolver } from "./resolver";

type Zone = Record<string, Answer[]>;
const sockets: Socket[] = [];
let port = 0;

/** A name server at one loopback address; `zone` is read at each question, `null` keeps silent. */
async function serve(host: string, zone: () => Zone | null, flags: number): Promise<void> {
  const socket = createSocket("udp4");
  socket.on("message", (bytes, from) => {
    const query = decode(bytes);
    const question = query.questions?.[0];
    const records = zone();
    if (!question || !records) return;
    const answers = records[`${question.type} ${question.name}`] ?? [];
    const exists = Object.keys(records).some((key) => key.endsWith(question.name));
    const reply = { ...query, type: "response" as const, additionals: [], answers, flags: flags | (exists ? 0 : 3) };
    socket.send(encode(reply), from.port, from.address);
  });
  socket.bind(port, host);
  await once(socket, "listening");
  port = socket.address().port;
  sockets.push(socket);
}

const txt = (name: string, value: string): Answer => ({ type: "TXT", name, data: [value] });
let ns1: Zone | null = {};
let ns2: Zone | null = {};
let resolver: Resolver;
const cached: Zone = {
  "NS acme.org": ["ns1.acme.org", "ns2.acme.org"].map((data): Answer => ({ type: "NS", name: "acme.org", data })),
  "A ns1.acme.org": [{ type: "A", name: "ns1.acme.org", data: "127.0.0.2" }],
  "A ns2.acme.org": [{ type: "A", name: "ns2.acme.org", data: "127.0.0.3" }],
  "TXT acme.org": [txt("acme.org", "old and cached")],
  "TXT elsewhere.org": [txt("elsewhere.org", "outside of the zone")],
};

beforeAll(async () => {
  await serve("127.0.0.1", () => cached, 0);
  await serve("127.0.0.2", () => ns1, AUTHORITATIVE_ANSWER);
  await serve("127.0.0.3", () => ns2, AUTHORITATIVE_ANSWER);
  const options = { servers: [{ host: "127.0.0.1", port }], timeoutMs: 1000, tries: 1 };
  const authority = await findAuthority("mail.acme.org", createResolver(options), { port, isAllowed: () => true });
  resolver = createResolver({ ...options, authority });
});
afterAll(() => sockets.forEach((socket) => socket.close()));

test("the zone's own servers are believed, not what a resolver remembers", async () => {
  ns1 = ns2 = { "TXT acme.org": [txt("acme.org", "new")] };
  expect(await resolver("acme.org", "TXT")).toMatchObject({ records: ["new"] });
});

test("a record that only some of the servers show is not there yet, and the others are named", async () => {
  ns1 = { "TXT acme.org": [txt("acme.org", "new")] };
  ns2 = { "TXT acme.org": [] };
  expect(await resolver("acme.org", "TXT")).toEqual({
    status: "unknown",
    reason: "EDISAGREE",
    servers: ["ns2.acme.org"],
  });
});

test("one silent server does not hold up the others, and if none answers the resolver is asked", async () => {
  ns1 = null;
  ns2 = { "TXT acme.org": [txt("acme.org", "from the second")] };
  expect(await resolver("acme.org", "TXT")).toMatchObject({ records: ["from the second"] });
  ns2 = null;
  expect(await resolver("acme.org", "TXT")).toMatchObject({ records: ["old and cached"] });
});

test("an alias out of the zone is followed by way of the resolver", async () => {
  const alias: Answer = { type: "CNAME", name: "www.acme.org", data: "elsewhere.org" };
  ns1 = ns2 = { "TXT www.acme.org": [alias] };
  expect(await resolver("www.acme.org", "TXT")).toMatchObject({
    records: ["outside of the zone"],
    aliases: ["elsewhere.org"],
  });
});

test("a zone whose servers have private addresses is not asked directly", async () => {
  const resolve = createResolver({ servers: [{ host: "127.0.0.1", port }], timeoutMs: 1000, tries: 1 });
  expect(await findAuthority("acme.org", resolve, { port })).toBeNull();
});
