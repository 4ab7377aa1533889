import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Answer, decode, encode } from "dns-packet";
import { createResolver, type Resolver } from "./resolver";
import { publishZone, removeZone, type ZoneRecord } from "./zone-files";
import { startZoneServer, type ZoneServer } from "./zone-server";

const record = (name: string, type: ZoneRecord["type"], value: string): ZoneRecord => ({
  name,
  type,
  value,
  ttlSeconds: 5,
});
let directory: string;
let server: ZoneServer;
let resolve: Resolver;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "zones-"));
  server = await startZoneServer({ directory });
  resolve = createResolver({ servers: [], trialServer: { host: "127.0.0.1", port: server.port } });
});
afterAll(async () => {
  await server.stop();
  await rm(directory, { recursive: true });
});

describe("against the trial's zone server", () => {
  test("each record type comes back as it was published", async () => {
    await publishZone(directory, "acme.test", [
      record("acme.test", "MX", "10 mx1.host.test"),
      record("acme.test", "TXT", "first"),
      record("acme.test", "TXT", "second"),
      record("_jmap._tcp.acme.test", "SRV", "0 1 443 mail.host.test"),
      record("mail.acme.test", "A", "127.0.0.1"),
      record("mail.acme.test", "AAAA", "::1"),
    ]);
    const recordsOf = async (...question: Parameters<Resolver>) => {
      const answer = await resolve(...question);
      return answer.status === "found" ? answer.records : answer;
    };
    expect(await recordsOf("acme.test", "MX")).toEqual(["10 mx1.host.test"]);
    expect(await recordsOf("ACME.test.", "TXT")).toEqual(["first", "second"]);
    expect(await recordsOf("_jmap._tcp.acme.test", "SRV")).toEqual(["0 1 443 mail.host.test"]);
    expect(await recordsOf("mail.acme.test", "A")).toEqual(["127.0.0.1"]);
    expect(await recordsOf("mail.acme.test", "AAAA")).toEqual(["::1"]);
  });

  test("a name that does not exist is told from a name without that record", async () => {
    await publishZone(directory, "apart.test", [record("deep.under.apart.test", "TXT", "here")]);
    expect(await resolve("nobody.test", "MX")).toMatchObject({ status: "absent", reason: "ENOTFOUND" });
    expect(await resolve("deep.under.apart.test", "MX")).toMatchObject({ status: "absent", reason: "ENODATA" });
    expect(await resolve("under.apart.test", "MX")).toMatchObject({ status: "absent", reason: "ENODATA" });
  });

  test("a long TXT value survives the split into strings, and answers too large for UDP arrive over TCP", async () => {
    const long = `v=DKIM1; p=${"A".repeat(400)}`;
    const many = Array.from({ length: 40 }, (_, index) => record("big.test", "TXT", `${index} ${"x".repeat(300)}`));
    await publishZone(directory, "big.test", [...many, record("key.big.test", "TXT", long)]);
    expect(await resolve("key.big.test", "TXT")).toMatchObject({ records: [long] });
    expect(await resolve("big.test", "TXT")).toMatchObject({ records: many.map(({ value }) => value) });
  });

  test("aliases are followed and named; a circle is unknown, not missing", async () => {
    await publishZone(directory, "alias.test", [
      record("key.alias.test", "CNAME", "slot.alias.test"),
      record("slot.alias.test", "TXT", "value"),
      record("a.alias.test", "CNAME", "b.alias.test"),
      record("b.alias.test", "CNAME", "a.alias.test"),
    ]);
    expect(await resolve("key.alias.test", "TXT")).toMatchObject({ records: ["value"], aliases: ["slot.alias.test"] });
    expect(await resolve("key.alias.test", "CNAME")).toMatchObject({ records: ["slot.alias.test"], aliases: [] });
    expect(await resolve("a.alias.test", "TXT")).toEqual({ status: "unknown", reason: "ELOOP" });
  });

  test("what is published or withdrawn is seen at the next question", async () => {
    for (const value of ["one", "two", "three"]) {
      await publishZone(directory, "live.test", [record("live.test", "TXT", value)]);
      expect(await resolve("live.test", "TXT")).toMatchObject({ records: [value] });
    }
    await removeZone(directory, "live.test");
    expect(await resolve("live.test", "TXT")).toMatchObject({ status: "absent", reason: "ENOTFOUND" });
  });

  test("nothing but names under .test can be published", async () => {
    const outcomeOf = async (zone: string) => publishZone(directory, zone, []).then(String, String);
    expect(await outcomeOf("example.org")).toContain("not a zone");
    expect(await outcomeOf("../escape.test")).toContain("not a zone");
  });
});

describe("against servers that misbehave", () => {
  async function serve(answer: (query: ReturnType<typeof decode>) => Buffer[]) {
    const socket = createSocket("udp4");
    socket.on("message", (bytes, from) =>
      answer(decode(bytes)).forEach((reply) => socket.send(reply, from.port, from.address)),
    );
    socket.bind(0, "127.0.0.1");
    await once(socket, "listening");
    return { address: { host: "127.0.0.1", port: socket.address().port }, [Symbol.dispose]: () => socket.close() };
  }
  const withCode = (code: number) =>
    serve((query) => [encode({ ...query, type: "response", flags: code, additionals: [] })]);
  const patience = { timeoutMs: 3000, tries: 1 };
  const impatience = { timeoutMs: 150, tries: 1 };

  test("failure, refusal and silence are each told apart and never mean that a record is missing", async () => {
    using failing = await withCode(2);
    using refusing = await withCode(5);
    using silent = await serve(() => []);
    const ask = (address: { host: string; port: number }, limits = patience) =>
      createResolver({ servers: [address], ...limits })("acme.org", "MX");
    expect(await ask(failing.address)).toEqual({ status: "unknown", reason: "ESERVFAIL" });
    expect(await ask(refusing.address)).toEqual({ status: "unknown", reason: "EREFUSED" });
    expect(await ask(silent.address, impatience)).toEqual({ status: "unknown", reason: "ETIMEOUT" });
  });

  test("signatures that do not hold are told from servers that fail", async () => {
    using validating = await serve((query) => {
      const answers: Answer[] = query.flag_cd
        ? [{ type: "MX", name: "acme.org", data: { preference: 10, exchange: "mx.org" } }]
        : [];
      return [encode({ ...query, type: "response", flags: query.flag_cd ? 0 : 2, additionals: [], answers })];
    });
    const resolveFrom = createResolver({ servers: [validating.address], ...patience });
    expect(await resolveFrom("acme.org", "MX")).toEqual({ status: "unknown", reason: "EDNSSEC" });
  });

  test("the next server is asked when one fails", async () => {
    using failing = await withCode(2);
    using missing = await withCode(3);
    const resolveFrom = createResolver({ servers: [failing.address, missing.address], ...patience });
    expect(await resolveFrom("acme.org", "MX")).toMatchObject({ status: "absent", reason: "ENOTFOUND" });
  });

  test("answers with another id or to another question are not believed", async () => {
    const forged = (query: ReturnType<typeof decode>, change: object) =>
      encode({
        ...query,
        type: "response",
        flags: 0,
        additionals: [],
        ...change,
        answers: [{ type: "A", name: "acme.org", data: "192.0.2.66" }],
      });
    using liar = await serve((query) => [
      forged(query, { id: ((query.id ?? 0) + 1) % 0x10000 }),
      forged(query, { questions: [{ type: "A", name: "other.org" }] }),
      Buffer.from("garbage"),
      encode({
        ...query,
        type: "response",
        flags: 0,
        additionals: [],
        answers: [{ type: "A", name: "acme.org", data: "192.0.2.1" }],
      }),
    ]);
    expect(await createResolver({ servers: [liar.address], ...patience })("acme.org", "A")).toMatchObject({
      records: ["192.0.2.1"],
    });
  });

  test("what a resolver says of its failure is passed on, and how long it keeps a no", async () => {
    const opt = { type: "OPT", name: ".", udpPayloadSize: 1232, extendedRcode: 0, ednsVersion: 0, flags: 0 } as const;
    const data = Buffer.concat([Buffer.from([0, 7]), Buffer.from("signature expired\u0007")]);
    using failing = await serve((query) => [
      encode({
        ...{ ...query, type: "response", flags: 2 },
        additionals: [{ ...opt, flag_do: false, options: [{ code: "OPTION_15", data } as never] }],
      }),
    ]);
    const resolveFrom = (address: { host: string; port: number }) =>
      createResolver({ servers: [address], ...patience })("acme.org", "MX");
    const ede = { code: 7, text: "signature expired" };
    expect(await resolveFrom(failing.address)).toEqual({ status: "unknown", reason: "ESERVFAIL", ede });

    const numbers = { serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 300 };
    using negative = await serve((query) => [
      encode({
        ...{ ...query, type: "response", flags: 3, additionals: [] },
        authorities: [{ type: "SOA", name: "org", ttl: 900, data: { mname: "a.org", rname: "b.org", ...numbers } }],
      }),
    ]);
    expect(await resolveFrom(negative.address)).toMatchObject({ reason: "ENOTFOUND", negativeTtlSeconds: 300 });
  });

  test("many questions to one server share few ports of ours, and ports are not kept for ever", async () => {
    const ports = new Set<number>();
    const socket = createSocket("udp4");
    socket.on("message", (bytes, from) => {
      ports.add(from.port);
      const query = decode(bytes);
      socket.send(encode({ ...query, type: "response", flags: 3, additionals: [] }), from.port, from.address);
    });
    socket.bind(0, "127.0.0.1");
    await once(socket, "listening");
    using _ = { [Symbol.dispose]: () => socket.close() };
    const ask = createResolver({ servers: [{ host: "127.0.0.1", port: socket.address().port }], ...patience });
    const askMany = (count: number) =>
      Promise.all(Array.from({ length: count }, (_one, index) => ask(`n${index}.acme.org`, "A")));
    const absent = (await askMany(200)).filter(({ status }) => status === "absent");
    expect(absent.length).toBe(200);
    expect(ports.size).toBeLessThanOrEqual(4);
    for (let round = 0; round < 30; round++) await askMany(200);
    expect(ports.size).toBeGreaterThan(4);
  });

  test("a server that is older than EDNS is asked again without it", async () => {
    using old = await serve((query) => {
      const answers: Answer[] = [{ type: "A", name: "acme.org", data: "192.0.2.1" }];
      const isPlain = !query.additionals?.length;
      return [
        encode({
          ...query,
          type: "response",
          flags: isPlain ? 0 : 1,
          additionals: [],
          answers: isPlain ? answers : [],
        }),
      ];
    });
    const ask = createResolver({ servers: [old.address], ...patience });
    expect(await ask("acme.org", "A")).toMatchObject({ records: ["192.0.2.1"] });
  });
});
