import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type LyingWorld, startLyingWorld } from "../testing-lying-world";
import type { LyingRecords } from "../testing-lying-zone";
import { look, publishBut, publishPlatform } from "./testing-check";

let world: LyingWorld;
beforeAll(async () => {
  world = await startLyingWorld();
  publishPlatform(world);
});
afterAll(() => world.stop());

const ours = "include:_spf.mailhost.org";
const txt = (...values: string[]) => ({ TXT: values });

async function spf(senders: string[], others: Record<string, LyingRecords> = {}) {
  publishBut(world, "acme.org", { "acme.org": txt(...senders) });
  for (const [zone, records] of Object.entries(others)) world.publish(zone, records);
  return (await look(world, "acme.org")).of("spf");
}

describe("edge case 11: multiple SPF", () => {
  test("two records become one line that keeps every sender and the softer end, its look-ups counted", async () => {
    const standing = ["v=spf1 include:news.org -all", "v=spf1 ip4:192.0.2.1 ~all"];
    const found = await spf(standing, { "news.org": { "news.org": txt("v=spf1 ip4:192.0.2.2 -all") } });
    expect(found).toMatchObject({ state: "conflict", advice: { code: "spf_several", vars: { lookups: "2" } } });
    expect(found.fix?.value).toBe(`v=spf1 ${ours} include:news.org ip4:192.0.2.1 ~all`);
    expect(found.fix?.remove.map(({ value }) => value).toSorted()).toEqual(standing.toSorted());
  });
});

describe("edge case 12: SPF over 10, void", () => {
  test("more than ten look-ups are counted, and those that cost most are named", async () => {
    const deep = Array.from({ length: 9 }, (_, at) => `include:s${at}.many.org`).join(" ");
    const leaves = Object.fromEntries(
      Array.from({ length: 9 }, (_, at) => [`s${at}.many.org`, txt("v=spf1 ip4:192.0.2.3 -all")]),
    );
    const found = await spf([`v=spf1 ${ours} include:many.org -all`], {
      "many.org": { "many.org": txt(`v=spf1 ${deep} -all`), ...leaves },
    });
    expect(found).toMatchObject({ state: "conflict", advice: { code: "spf_too_many", vars: { count: "11" } } });
    expect(found.advice?.vars.costly).toContain("many.org");
  });

  test("names of vendors that are gone are named", async () => {
    const found = await spf([`v=spf1 a:gone1.org a:gone2.org a:gone3.org ${ours} -all`]);
    expect(found).toMatchObject({ state: "match", advice: { code: "spf_void" } });
    expect(found.advice?.vars.names).toContain("gone2.org");
    const dead = await spf([`v=spf1 ${ours} include:dead-vendor.org ~all`]);
    expect(dead.advice).toMatchObject({ code: "spf_broken_include", vars: { name: "dead-vendor.org" } });
  });
});

describe("edge case 13: SPF via redirect=, macros, nested include", () => {
  const through: [string, string, LyingRecords][] = [
    ["redirect", "v=spf1 redirect=one.org", { "one.org": txt(`v=spf1 ${ours} -all`) }],
    ["a macro", "v=spf1 include:%{d}.one.org -all", { "acme.org.one.org": txt(`v=spf1 ${ours} ?all`) }],
    [
      "two includes",
      "v=spf1 include:one.org -all",
      { "one.org": txt("v=spf1 include:two.one.org ?all"), "two.one.org": txt(`v=spf1 ${ours} ?all`) },
    ],
  ];
  test.each(through)("our servers may send by way of %s", async (_, record, records) => {
    expect(await spf([record], { "one.org": records })).toMatchObject({ state: "match", advice: null });
  });

  test("our name behind an end that refuses us is not enough", async () => {
    expect((await spf([`v=spf1 -all ${ours}`])).state).toBe("conflict");
  });
});

describe("edge case 14: SPF in CNAME apex flattening", () => {
  const target = (records: LyingRecords) => world.publish("site-builder.org", records);
  const alias = { "acme.org": { CNAME: ["shop.site-builder.org"], TXT: [], MX: [] } };

  test("an alias at the domain itself is why its mail records vanish, and that is said", async () => {
    publishBut(world, "acme.org", alias);
    target({ "shop.site-builder.org": { A: ["192.0.2.80"], TXT: ["site=1"] } });
    const seen = await look(world, "acme.org");
    for (const id of ["spf", "mx.1"]) {
      expect(seen.of(id)).toMatchObject({
        state: "missing",
        advice: { code: "apex_alias", vars: { alias: "shop.site-builder.org" } },
        fix: { remove: [{ name: "acme.org", type: "CNAME", value: "shop.site-builder.org" }] },
      });
    }
    expect(seen.findings[0]).toMatchObject({ code: "apex_alias", kind: "remove" });
    expect(seen.says("dmarc")).toBe("match");
  });

  test("records that the target happens to have work, with a word about whose they are", async () => {
    publishBut(world, "acme.org", alias);
    target({ "shop.site-builder.org": { TXT: [`v=spf1 ${ours} ~all`], MX: ["10 mx1.mailhost.org"] } });
    const seen = await look(world, "acme.org");
    expect([seen.of("spf").state, seen.says("spf")]).toEqual(["match", "spf_at_alias"]);
    expect([seen.of("mx.1").state, seen.says("mx.1")]).toEqual(["match", "mx_at_alias"]);
  });
});

describe("edge case 22: DMARC on parent only", () => {
  test("the policy of the domain above is shown as inherited, and with the part of it that applies", async () => {
    publishBut(world, "acme.org", {
      "_dmarc.acme.org": txt("v=DMARC1; p=reject; sp=quarantine"),
      "mail.acme.org": { A: ["192.0.2.5"] },
    });
    expect((await look(world, "mail.acme.org")).of("dmarc")).toMatchObject({
      state: "match_inherited",
      advice: { code: "dmarc_inherited", vars: { parent: "acme.org", policy: "quarantine" } },
    });
  });

  test("a name that cannot be asked on the way up does not make the policy missing", async () => {
    publishBut(world, "acme.org", { "mail.acme.org": { A: ["192.0.2.5"] } });
    const all = [world.resolver, ...world.nameServers];
    all.forEach((server) => server.lie("_dmarc.acme.org", "TXT", { rcode: "SERVFAIL" }));
    expect((await look(world, "mail.acme.org")).of("dmarc").state).toBe("unknown");
    all.forEach((server) => server.lie("_dmarc.acme.org", "TXT", null));
  });
});

describe("edge case 23: external rua", () => {
  const dmarc = async (record: string) => {
    publishBut(world, "acme.org", { "_dmarc.acme.org": txt(record) });
    return (await look(world, "acme.org")).of("dmarc");
  };

  test("reports that go elsewhere stay, and ours are added in the line that is offered", async () => {
    world.publish("reports.org", { "acme.org._report._dmarc.reports.org": txt("v=DMARC1") });
    const found = await dmarc("v=DMARC1; p=quarantine; rua=mailto:x@reports.org");
    expect([found.state, found.advice]).toEqual(["match", null]);
    expect(found.fix?.value).toContain("mailto:x@reports.org,mailto:dmarc@reports.mailhost.org");
    expect(found.fix?.value).not.toContain("pct");
  });

  test("that the other side has not agreed to take them is said", async () => {
    world.publish("reports.org", {});
    expect((await dmarc("v=DMARC1; p=none; rua=mailto:x@reports.org")).advice).toMatchObject({
      code: "dmarc_report_unconfirmed",
      vars: { host: "reports.org" },
    });
  });
});
