import { afterEach, expect, test } from "bun:test";
import { createSocket } from "node:dgram";
import { type AddressInfo, createServer } from "node:net";
import { decode, encode, streamEncode } from "dns-packet";
import { createDnsLookup, type LookupError } from "./dns-lookup";
import { resolveMx } from "./resolve-mx";
import { openTestDns } from "./testing";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function open(zone: Record<string, unknown[]>) {
  const dns = await openTestDns(zone);
  closing.push(dns.close);
  return dns.server;
}
const reason = (asked: Promise<unknown>) =>
  asked.then(
    () => "answered",
    (error: LookupError) => error.code,
  );

test("answers have the shapes that a mail server needs, and NXDOMAIN is not NODATA", async () => {
  const ask = createDnsLookup({
    servers: [
      await open({
        "acme.test MX": [{ exchange: "mx.acme.test", preference: 5 }],
        "acme.test TXT": [["one", "two"], "three"],
        "acme.test A": ["127.0.0.9"],
      }),
    ],
  });
  expect(await ask("acme.test", "MX")).toEqual([{ exchange: "mx.acme.test", priority: 5 }]);
  expect(await ask("acme.test.", "txt")).toEqual([["one", "two"], ["three"]]);
  expect(await ask("ACME.test", "A")).toEqual(["127.0.0.9"]);
  expect(await reason(ask("acme.test", "AAAA"))).toBe("ENODATA");
  expect(await reason(ask("nowhere.test", "A"))).toBe("ENOTFOUND");
});

test("the next server is asked when one is silent or does not listen", async () => {
  const silent = createSocket("udp4");
  await new Promise<void>((resolve) => silent.bind(0, "127.0.0.1", resolve));
  closing.push(() => silent.close());
  const silentServer = `127.0.0.1:${silent.address().port}`;
  const working = await open({ "acme.test A": ["127.0.0.9"] });
  const ask = createDnsLookup({ servers: [silentServer, "127.0.0.1:1", working], timeout: 50 });
  expect(await ask("acme.test", "A")).toEqual(["127.0.0.9"]);
  expect(await reason(createDnsLookup({ servers: [silentServer], timeout: 50 })("acme.test", "A"))).toBe("ETIMEOUT");
});

test("an answer that does not fit a datagram comes over TCP", async () => {
  const long = ["x".repeat(250), "y".repeat(250), "z".repeat(250)];
  const answer = (query: Buffer, isCut: boolean) => {
    const { id = 0, questions = [] } = decode(query);
    const answers = isCut ? [] : [{ type: "TXT" as const, name: "big.test", ttl: 1, data: [...long] }];
    return { type: "response" as const, id, flags: isCut ? 0x200 : 0, questions, answers };
  };
  const tcp = createServer((socket) =>
    socket.on("data", (data) => socket.end(streamEncode(answer(Buffer.from(data).subarray(2), false)))),
  );
  await new Promise<void>((resolve) => tcp.listen(0, "127.0.0.1", resolve));
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket("udp4", (data, peer) => udp.send(encode(answer(data, true)), peer.port, peer.address));
  await new Promise<void>((resolve) => udp.bind(port, "127.0.0.1", resolve));
  closing.push(
    () => udp.close(),
    () => tcp.close(),
  );
  expect(await createDnsLookup({ servers: [`127.0.0.1:${port}`] })("big.test", "TXT")).toEqual([long]);
});

test("mail hosts are tried in the order of their preference, and a domain without MX is its own", async () => {
  const server = await open({
    "acme.test MX": [
      { exchange: "b.test", preference: 20 },
      { exchange: "a.test", preference: 10 },
      { exchange: "gone.test", preference: 5 },
    ],
    "a.test A": ["127.0.0.1"],
    "b.test AAAA": ["::1"],
    "plain.test A": ["127.0.0.3"],
  });
  const ask = createDnsLookup({ servers: [server] });
  expect(await resolveMx(ask, "acme.test")).toEqual([
    { hostname: "a.test", addresses: ["127.0.0.1"] },
    { hostname: "b.test", addresses: ["::1"] },
  ]);
  expect(await resolveMx(ask, "plain.test")).toEqual([{ hostname: "plain.test", addresses: ["127.0.0.3"] }]);
  expect(await resolveMx(ask, "[127.0.0.4]")).toEqual([{ hostname: "[127.0.0.4]", addresses: ["127.0.0.4"] }]);
});
