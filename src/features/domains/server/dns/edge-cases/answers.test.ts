import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { settleVerdict } from "../../settle-verdicts";
import { type LyingWorld, startLyingWorld } from "../testing-lying-world";
import { look, publishBut, publishPlatform, see } from "./testing-check";

let world: LyingWorld;
beforeAll(async () => {
  world = await startLyingWorld();
  publishPlatform(world);
});
afterAll(() => world.stop());

const everywhere = () => [world.resolver, ...world.nameServers];
const lieEverywhere = (...lie: Parameters<typeof world.resolver.lie>) =>
  everywhere().forEach((server) => server.lie(...lie));

test("a domain with everything in place has nothing to be said of it", async () => {
  publishBut(world, "good.org", {});
  const seen = await look(world, "good.org");
  expect([...seen.verdicts].filter(([, { state, advice }]) => state !== "match" || advice)).toEqual([]);
  expect(seen.finds).toEqual(["dnssec_off"]);
});

describe("edge case 1: NXDOMAIN vs NODATA", () => {
  test("a name that is not there, a name without that record and a domain that nobody registered are told apart", async () => {
    publishBut(world, "partly.org", {
      "_dmarc.partly.org": { TXT: [], A: ["192.0.2.1"] },
      "_deftmail.partly.org": null,
    });
    const seen = await look(world, "partly.org");
    expect([seen.of("proof").state, seen.says("proof")]).toEqual(["missing", "add"]);
    expect([seen.of("dmarc").state, seen.says("dmarc")]).toEqual(["missing", "add_beside"]);
    const nowhere = await look(world, "nobody-registered-this.org");
    expect([nowhere.of("proof").state, nowhere.says("proof")]).toEqual(["missing", "domain_not_found"]);
  });
});

describe("edge case 2: SERVFAIL, timeout, REFUSED", () => {
  const good: Parameters<typeof settleVerdict>[2] = {
    ...{ state: "match", found: ["old"], advice: null, fix: null, foundTtlSeconds: null },
    ...{ misses: 0, missedSince: null },
  };

  test.each([
    ["failure", { rcode: "SERVFAIL" }, "ESERVFAIL"],
    ["refusal", { rcode: "REFUSED" }, "EREFUSED"],
    ["silence", { silent: true }, "ETIMEOUT"],
  ] as const)("%s means that it could not be asked, never that the record is missing", async (_, lie, reason) => {
    publishBut(world, "unwell.org", {});
    lieEverywhere("_dmarc.unwell.org", "TXT", lie);
    const { of } = await look(world, "unwell.org", { timeoutMs: 100 });
    expect(of("dmarc")).toMatchObject({ state: "unknown", advice: { code: "could_not_ask", vars: { reason } } });
    expect(settleVerdict("dmarc", of("dmarc"), { ...good, found: ["old"] }, new Date()).state).toBe("match");
    lieEverywhere("_dmarc.unwell.org", "TXT", null);
    expect((await look(world, "unwell.org")).says("dmarc")).toBe("match");
  });

  test("what a server says of its own failure is passed on", async () => {
    publishBut(world, "unwell.org", {});
    lieEverywhere("_dmarc.unwell.org", "TXT", { rcode: "SERVFAIL", ede: { code: 23, text: "at delegation" } });
    expect((await look(world, "unwell.org")).of("dmarc").advice).toMatchObject({
      code: "could_not_ask_why",
      vars: { reason: "ESERVFAIL", why: "23: at delegation" },
    });
    lieEverywhere("_dmarc.unwell.org", "TXT", null);
  });

  test("what answers only when signatures are not looked at has broken DNSSEC, and is called that", async () => {
    world.resolver.lie("bogus.mailhost.org", "*", { bogus: true, ede: { code: 9, text: "no DNSKEY matches DS" } });
    world.publish("bogus.mailhost.org", { "bogus.mailhost.org": { TXT: ["v=DMARC1"] } });
    publishBut(world, "reader.org", { "_dmarc.reader.org": { TXT: [], CNAME: ["bogus.mailhost.org"] } });
    const seen = await look(world, "reader.org");
    expect(seen.of("dmarc")).toMatchObject({ state: "unknown", advice: { code: "dnssec_broken" } });
  });
});

describe("edge case 3: negative caching", () => {
  test("a resolver that remembers an old no is not asked about the domain's own records", async () => {
    publishBut(world, "fresh.org", {});
    for (const name of ["_deftmail.fresh.org", "_dmarc.fresh.org", "fresh.org"])
      world.resolver.lie(name, "TXT", { remembers: [], ttlSeconds: 900 });
    const seen = await look(world, "fresh.org");
    expect([seen.says("proof"), seen.says("dmarc"), seen.says("spf")]).toEqual(["match", "match", "match"]);
    const asked = world.resolver.asked.filter(({ name, type }) => type === "TXT" && name.endsWith("fresh.org"));
    expect(asked).toEqual([]);
  });

  test("how long it will go on saying no is told", async () => {
    publishBut(world, "fresh.org", {});
    world.resolver.lie("_dmarc.fresh.org", "TXT", { remembers: [], ttlSeconds: 900 });
    expect(await see(world, "fresh.org", "dmarc")).toMatchObject({ verdict: "resolvers_later", waitSeconds: 900 });
  });
});

describe("edge case 4: resolver disagreement", () => {
  test("a record that only some name servers show is not there yet, proof included, and those that differ are named", async () => {
    publishBut(world, "moving.org", {});
    world.publishOn(1, "moving.org", {});
    const seen = await look(world, "moving.org");
    for (const id of ["proof", "spf", "mx.1"]) {
      expect(seen.of(id)).toMatchObject({
        state: "unknown",
        advice: { code: "servers_disagree", vars: { servers: "ns2.moving.org" } },
      });
    }
    const { verdict, answers } = await see(world, "moving.org", "mx.1");
    expect([verdict, answers.map(({ sees }) => sees)]).toEqual(["servers_differ", ["yes", "no", "yes"]]);
  });
});

describe("edge case 5: TTL and propagation", () => {
  test("of a record that is about to change, it is known how long others keep the old one", async () => {
    publishBut(world, "slow.org", {
      "slow.org": { MX: ["10 mx.slow.org"] },
      "mx.slow.org": { A: ["192.0.2.7"] },
    });
    world.nameServers.forEach(({ zones }) =>
      Object.assign(zones.get("slow.org")!["slow.org"]!, { ttlSeconds: 14_400 }),
    );
    const { of } = await look(world, "slow.org");
    expect(of("mx.1")).toMatchObject({ state: "stale", ttlSeconds: 14_400 });
  });

  test("after the change, it is told until when the last resolver keeps the old one", async () => {
    publishBut(world, "slow.org", {});
    world.resolver.lie("slow.org", "MX", { remembers: ["10 mx.slow.org"], ttlSeconds: 14_000 });
    expect((await look(world, "slow.org")).says("mx.1")).toBe("match");
    expect(await see(world, "slow.org", "mx.1")).toMatchObject({ verdict: "resolvers_later", waitSeconds: 14_000 });
  });
});

describe("edge case 25: DNSSEC signed zone, API change", () => {
  test("while signatures lag behind, nothing counts as found or missing, and all is well again once they hold", async () => {
    publishBut(world, "signed.org", { "_dmarc.signed.org": null, "signed.org": { DS: ["12345 13 2 aabb"] } });
    world.resolver.lie("signed.org", "SOA", { bogus: true });
    const broken = await look(world, "signed.org");
    expect(new Set([...broken.verdicts.values()].map(({ state }) => state))).toEqual(new Set(["unknown"]));
    expect(broken.finds[0]).toBe("dnssec_broken");
    world.resolver.lie("signed.org", "SOA", null);
    const mended = await look(world, "signed.org");
    expect([mended.says("proof"), mended.says("dmarc")]).toEqual(["match", "add"]);
    expect(mended.finds).toEqual(["dnssec_on"]);
  });

  test("a signed domain is told whether our servers' keys can be checked too", async () => {
    publishBut(world, "signed.org", { "signed.org": { DS: ["12345 13 2 aabb"] } });
    world.publish("mx1.mailhost.org", {
      "mx1.mailhost.org": { A: ["198.51.100.10"] },
      "_25._tcp.mx1.mailhost.org": { TLSA: [`3 1 1 ${"ab".repeat(32)}`] },
    });
    expect((await look(world, "signed.org")).finds).toEqual(["dane_on"]);
    publishPlatform(world);
  });
});

describe("edge case 37: large answers", () => {
  test("an answer too large for a datagram is fetched over TCP, and the record among all the others is found", async () => {
    const noise = Array.from({ length: 60 }, (_, at) => `site-verification-${at}=${"x".repeat(200)}`);
    publishBut(world, "crowded.org", { "_deftmail.crowded.org": null });
    publishBut(world, "crowded.org", {
      "crowded.org": { TXT: [...noise, "v=spf1 include:_spf.mailhost.org ~all"] },
    });
    const seen = await look(world, "crowded.org");
    expect(seen.says("spf")).toBe("match");
    const overTcp = world.nameServers[0]!.asked.filter(({ name, overTcp }) => overTcp && name === "crowded.org");
    expect(overTcp.length).toBeGreaterThan(0);
  });

  test("a zone that answers with as much as DNS can carry does not hold up the check of its other records", async () => {
    const flood = Array.from({ length: 230 }, (_, at) => `${at} ${"y".repeat(250)}`);
    publishBut(world, "flood.org", { "flood.org": { TXT: flood } });
    const seen = await look(world, "flood.org");
    expect(seen.of("spf").state).not.toBe("match");
    expect(JSON.stringify(seen.of("spf").found).length).toBeLessThan(65_536);
    expect([seen.says("dmarc"), seen.says("mx.1")]).toEqual(["match", "match"]);
  });
});

describe("edge case 38: case and encoding", () => {
  test("names count without case, keys with it, and text that is no UTF-8 harms nobody", async () => {
    publishBut(world, "cases.org", {
      "cases.org": {
        MX: ["10 MX1.MailHost.ORG."],
        TXT: [Buffer.from([0xff, 0xfe, 0x80, 0x41]), "v=spf1 include:_spf.mailhost.org ~all"],
      },
    });
    for (const name of ["_dmarc.cases.org", "dm1._domainkey.cases.org", "autoconfig.cases.org"])
      lieEverywhere(name, "*", { mixedCase: true });
    const seen = await look(world, "cases.org");
    const ids = ["mx.1", "spf", "dmarc", "dkim.dm1", "autoconfig"];
    expect(ids.map(seen.says)).toEqual(ids.map(() => "match"));
  });

  test("a key whose capitals became small letters is another key, and that is said", async () => {
    publishBut(world, "lower.org", {});
    const [value] = world.nameServers[0]!.zones.get("lower.org")!["dm1._domainkey.lower.org"]!.TXT!;
    const [head, key] = String(value).split("p=");
    publishBut(world, "lower.org", { "dm1._domainkey.lower.org": { TXT: [`${head}p=${key!.toLowerCase()}`] } });
    expect((await look(world, "lower.org")).of("dkim.dm1")).toMatchObject({
      state: "conflict",
      advice: { code: "dkim_case" },
    });
  });
});
