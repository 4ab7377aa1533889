import { afterAll, beforeAll, expect, test } from "bun:test";
import { recordSet, type PlatformNames } from "../dns/record-set";
import { startLyingServer, type LyingServer } from "../dns/testing-lying-server";
import { type LyingWorld, startLyingWorld } from "../dns/testing-lying-world";
import type { SightAnswer } from "../../schema/sight";
import type { Source } from "./ask-source";
import { concludeSight } from "./conclude-sight";
import { seeRecord } from "./see-record";
import { seeServers } from "./see-servers";

const platform: PlatformNames = {
  ...{ mxHosts: ["mx1.host.net"], spf: { include: "spf.host.net" }, mailHost: "mail.host.net" },
  ...{ autoconfigHost: "mail.host.net", reportsAddress: "reports@host.net" },
};
const domain = "acme.org";
const wanted = recordSet({ name: domain, proofToken: "f".repeat(32), dkimKeys: [] }, platform);
const published = { [domain]: { TXT: ["v=spf1 include:spf.host.net ~all"], MX: ["10 mx1.host.net"] } };
let world: LyingWorld;
let other: LyingServer;

beforeAll(async () => {
  world = await startLyingWorld();
  other = await startLyingServer({ host: "127.0.0.9", port: world.port });
  world.publish("host.net", {
    "mx1.host.net": { A: ["192.0.2.1"] },
    "spf.host.net": { TXT: ["v=spf1 ip4:192.0.2.1 -all"] },
  });
});
afterAll(() => Promise.all([world.stop(), other.stop()]));

const zoneSources = () =>
  world.nameServers.map(({ host }, index): Source => ({
    from: "zone",
    name: `ns${index + 1}.acme.org`,
    address: { host, port: world.port },
  }));
const resolverSources = () =>
  [world.resolver, other].map(({ host, port }): Source => ({ from: "resolver", name: host, address: { host, port } }));
/** As a tenant would look, with half a second of patience for each try. */
async function look(recordId: string) {
  const resolve = await world.resolverFor(domain);
  const record = wanted.find(({ id }) => id === recordId)!;
  const sources = [...zoneSources(), ...resolverSources()];
  const eyes = { sources, resolve, zone: domain, timeoutMs: 500 };
  const answers = await seeRecord(record, { domain, wanted, platform }, eyes);
  return { ...concludeSight(answers), answers, sees: answers.map(({ sees }: SightAnswer) => sees) };
}
/** The second resolver knows what the first knows. */
const share = () => world.resolver.zones.forEach((records, zone) => other.zones.set(zone, records));

test("a record that is published everywhere is seen by everyone, each server with its own answer", async () => {
  world.publish(domain, published);
  share();
  const { verdict, answers } = await look("mx.1");
  expect(verdict).toBe("everyone");
  expect(answers).toMatchObject([
    { from: "zone", name: "ns1.acme.org", sees: "yes", records: ["10 mx1.host.net"], ttlSeconds: 300 },
    { from: "zone", name: "ns2.acme.org", sees: "yes" },
    { from: "resolver", address: "127.0.0.1", sees: "yes" },
    { from: "resolver", address: "127.0.0.9", sees: "yes" },
  ]);
  expect((await look("spf")).verdict).toBe("everyone");
});

test("a resolver that was asked too early keeps its no, and it is told for how long", async () => {
  world.publish(domain, published);
  share();
  other.lie(domain, "MX", { remembers: [], ttlSeconds: 60 });
  const sight = await look("mx.1");
  expect(sight).toMatchObject({ verdict: "resolvers_later", waitSeconds: 60, sees: ["yes", "yes", "yes", "no"] });
  expect(sight.answers[3]).toMatchObject({ absent: "type", ttlSeconds: 60 });
  other.lie(domain, "MX", null);
});

test("a resolver that keeps the mail servers of before is told with them and with the time that is left", async () => {
  other.lie(domain, "MX", { remembers: ["10 old.example"], ttlSeconds: 1800 });
  const sight = await look("mx.1");
  expect(sight).toMatchObject({ verdict: "resolvers_later", waitSeconds: 1800 });
  expect(sight.answers[3]).toMatchObject({ sees: "other", records: ["10 old.example"] });
  other.lie(domain, "MX", null);
});

test("the server that a change has not reached is named", async () => {
  world.publish(domain, published);
  world.publishOn(1, domain, { [domain]: { MX: ["10 old.example"] } });
  share();
  expect(await look("mx.1")).toMatchObject({ verdict: "servers_differ", sees: ["yes", "other", "yes", "yes"] });
  expect(await look("spf")).toMatchObject({ verdict: "servers_differ", sees: ["yes", "no", "yes", "yes"] });
});

test("silence, refusal, failure and broken signatures are each called by name, with the resolver's own words", async () => {
  world.publish(domain, published);
  share();
  world.nameServers[0]?.lie(domain, "MX", { silent: true });
  world.nameServers[1]?.lie(domain, "MX", { rcode: "REFUSED" });
  world.resolver.lie(domain, "MX", { rcode: "SERVFAIL" });
  other.lie(domain, "MX", { bogus: true, ede: { code: 7, text: "expired on Monday" } });
  const { verdict, answers } = await look("mx.1");
  expect(answers.map(({ failure }) => failure)).toEqual(["timeout", "refused", "servfail", "dnssec"]);
  expect(answers[3]?.ede).toEqual({ code: 7, text: "expired on Monday" });
  expect(verdict).toBe("signatures_broken");
  for (const server of [...world.nameServers, world.resolver, other]) server.lie(domain, "MX", null);
});

test("whoever keeps silent does not hold up the look for longer than its time", async () => {
  world.resolver.lie(domain, "TXT", { delayMs: 3000 });
  const resolve = await world.resolverFor(domain);
  const record = wanted.find(({ id }) => id === "spf")!;
  const started = performance.now();
  const eyes = { sources: resolverSources(), resolve, zone: domain, timeoutMs: 2000, maxMs: 800 };
  const answers = await seeRecord(record, { domain, wanted, platform }, eyes);
  expect(performance.now() - started).toBeLessThan(2000);
  expect(answers.map(({ failure }) => failure)).toEqual(["timeout", null]);
  world.resolver.lie(domain, "TXT", null);
});

test("a name server with an older zone, and one that does not speak for the zone at all, are named", async () => {
  world.publish(domain, { [domain]: { SOA: ["ns1.acme.org h.acme.org 2026112203 1 1 1 60"] } });
  world.publishOn(1, domain, { [domain]: { SOA: ["ns1.acme.org h.acme.org 2026112201 1 1 1 60"] } });
  const authority = {
    zone: domain,
    servers: [
      ...zoneSources().map(({ name, address }) => ({ name, ...address })),
      { name: "ns3.acme.org", host: "127.0.0.9", port: world.port },
    ],
  };
  const seen = await seeServers(authority, await world.resolverFor(domain));
  expect(seen).toMatchObject([
    { name: "ns1.acme.org", serial: 2026112203, isBehind: false, failure: null },
    { name: "ns2.acme.org", serial: 2026112201, isBehind: true, failure: null },
    { name: "ns3.acme.org", serial: null, isBehind: false, failure: "lame" },
  ]);
});
