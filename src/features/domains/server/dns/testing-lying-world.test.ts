import { afterAll, beforeAll, expect, test } from "bun:test";
import { createDnsClient } from "./dns-client";
import { type LyingWorld, startLyingWorld } from "./testing-lying-world";

let world: LyingWorld;
beforeAll(async () => {
  world = await startLyingWorld();
});
afterAll(() => world.stop());

test("zones are served by their name servers, and each can be told to say something else", async () => {
  world.publish("acme.org", { "acme.org": { TXT: [["one ", "value"]] } });
  const resolve = await world.resolverFor("acme.org");
  expect(await resolve("acme.org", "TXT")).toMatchObject({ status: "found", records: ["one value"] });
  expect(world.nameServers.map(({ asked }) => asked.length)).toEqual([1, 1]);
  world.publishOn(1, "acme.org", { "acme.org": { TXT: ["other"] } });
  expect(await resolve("acme.org", "TXT")).toMatchObject({ reason: "EDISAGREE", servers: ["ns2.acme.org"] });
});

test("a wildcard answers for names that do not exist, and stops at those that do", async () => {
  world.publish("wild.org", { "*.wild.org": { TXT: ["star"] }, "a.b.wild.org": { TXT: ["own"] } });
  const resolve = await world.resolverFor("wild.org");
  expect(await resolve("x.wild.org", "TXT")).toMatchObject({ records: ["star"] });
  expect(await resolve("x.y.wild.org", "TXT")).toMatchObject({ records: ["star"] });
  expect(await resolve("b.wild.org", "TXT")).toMatchObject({ status: "absent", reason: "ENODATA" });
  expect(await resolve("x.b.wild.org", "TXT")).toMatchObject({ status: "absent", reason: "ENOTFOUND" });
});

test("a server that was told to be silent, to fail or to remember does so", async () => {
  world.publish("moody.org", { "moody.org": { MX: ["10 mx.moody.org"] } });
  const ask = createDnsClient({ servers: [world.resolver], tries: 1, timeoutMs: 100 });
  const say = async (lie: Parameters<typeof world.resolver.lie>[2]) => {
    world.resolver.lie("moody.org", "MX", lie);
    return (await ask("moody.org", "MX")).answer;
  };
  expect(await say({ silent: true })).toMatchObject({ reason: "ETIMEOUT" });
  expect(await say({ rcode: "SERVFAIL", ede: { code: 9, text: "no DNSKEY" } })).toMatchObject({ reason: "ESERVFAIL" });
  expect(await say({ rcode: "NXDOMAIN" })).toMatchObject({ reason: "ENOTFOUND" });
  expect(await say({ remembers: [], ttlSeconds: 900 })).toMatchObject({ reason: "ENODATA" });
  expect(await say({ remembers: ["5 old.org"], ttlSeconds: 900 })).toMatchObject({ records: ["5 old.org"] });
  expect(await say({ truncated: true, mixedCase: true })).toMatchObject({ records: ["10 mx.moody.org"] });
  expect(await say(null)).toMatchObject({ records: ["10 mx.moody.org"] });
});
