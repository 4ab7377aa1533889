import { expect, test } from "bun:test";
import { observeDomain } from "../dns/observe-domain";
import { recordSet } from "../dns/record-set";
import { zoneResolver } from "../dns/testing-zone-resolver";
import type { ProviderRecord } from "./dns-provider";
import { planRecords } from "./plan-records";
import { zoneView } from "./zone-view";

const platform = {
  ...{ mxHosts: ["mail.deft.test"], mailHost: "mail.deft.test", spf: { include: "spf.deft.test" } },
  ...{ autoconfigHost: "panel.deft.test", reportsAddress: "dmarc@deft.test" },
};
const outside = zoneResolver({
  "spf.deft.test": { TXT: [["v=spf1 ip4:192.0.2.25 -all"]] },
  "_spf.old.test": { TXT: [["v=spf1 ip4:192.0.2.80 -all"]] },
  "mail.deft.test": { A: ["192.0.2.25"] },
  "mx.old.test": { A: ["192.0.2.81"] },
  "panel.deft.test": { A: ["192.0.2.26"] },
});
const keys = [{ selector: "dm1", algorithm: "rsa-sha256", publicKey: "MIIB".padEnd(392, "A") }];

type Row = [name: string, type: string, value: string, isProxied?: boolean];
const listing = (rows: Row[]): ProviderRecord[] =>
  rows.map(([name, type, value, isProxied], at) => ({
    ...{ id: `r${at}`, name, type, value, ttlSeconds: 300 },
    ...(isProxied ? { isProxied } : {}),
  }));

async function plan(rows: Row[], { domain = "acme.test", zone = "acme.test", movesMail = false } = {}) {
  const records = listing(rows);
  const wanted = recordSet({ name: domain, proofToken: "p".repeat(22), dkimKeys: keys, intent: "move_now" }, platform);
  const { verdicts, findings } = await observeDomain(
    { domain, wanted, platform },
    { resolve: zoneView(zone, records, outside) },
  );
  const made = planRecords({ domain, wanted, verdicts, findings, records, movesMail });
  const short = ({ name, type, value }: { name: string; type: string; value: string }) => `${name} ${type} ${value}`;
  return { ...made, adds: made.add.map(short), removes: made.remove.map(short), wanted };
}

test("in an empty zone everything is added but what moves the mail", async () => {
  const { add, removes, skipped, wanted } = await plan([]);
  expect(add.map(({ name }) => name)).toEqual(wanted.filter(({ purpose }) => purpose !== "mx").map(({ name }) => name));
  expect([removes, skipped]).toEqual([[], []]);
  expect((await plan([], { movesMail: true })).adds).toContain("acme.test MX 10 mail.deft.test");
});

test("the SPF record is merged, and whoever sends for the domain today may go on", async () => {
  const old: Row = ["acme.test", "TXT", "v=spf1 include:_spf.old.test ~all"];
  const { adds, removes } = await plan([old, ["acme.test", "TXT", "some-site-verification=1"]]);
  const spf = adds.filter((line) => line.includes("v=spf1"));
  expect(spf).toHaveLength(1);
  expect(spf[0]).toContain("include:_spf.old.test");
  expect(spf[0]).toContain("include:spf.deft.test");
  expect(removes).toEqual([old.join(" ")]);
});

test("what has nothing to do with this mail is never touched", async () => {
  const theirs: Row[] = [
    ["acme.test", "A", "192.0.2.1"],
    ["acme.test", "MX", "10 mx.old.test"],
    ["acme.test", "CAA", '0 issue "ca.example"'],
    ["www.acme.test", "CNAME", "acme.test"],
    ["acme.test", "TXT", "some-site-verification=1"],
    ["shop._domainkey.acme.test", "TXT", "v=DKIM1; k=rsa; p=BBBB"],
    ["sub.acme.test", "NS", "ns.other.test"],
  ];
  const { removes, keep } = await plan(theirs);
  expect(removes).toEqual([]);
  expect(keep.map(({ value }) => value)).toContain("some-site-verification=1");
});

test("old mail servers go only when the mail is to move", async () => {
  const old: Row[] = [
    ["acme.test", "MX", "10 mx.old.test"],
    ["acme.test", "MX", "20 mx2.old.test"],
  ];
  expect((await plan(old)).removes).toEqual([]);
  const moved = await plan(old, { movesMail: true });
  expect(moved.removes).toEqual(["acme.test MX 10 mx.old.test", "acme.test MX 20 mx2.old.test"]);
  expect(moved.adds).toContain("acme.test MX 10 mail.deft.test");
});

test("an alias takes the place of addresses and of an alias to somebody else, and comes out from behind the proxy", async () => {
  const old: Row[] = [["autoconfig.acme.test", "A", "192.0.2.9"]];
  expect((await plan(old)).removes).toEqual(["autoconfig.acme.test A 192.0.2.9"]);
  const proxied: Row[] = [["autoconfig.acme.test", "CNAME", "panel.deft.test", true]];
  const { adds, removes } = await plan(proxied);
  expect(removes).toEqual(["autoconfig.acme.test CNAME panel.deft.test"]);
  expect(adds).toContain("autoconfig.acme.test CNAME panel.deft.test");
  const right: Row[] = [["autoconfig.acme.test", "CNAME", "panel.deft.test"]];
  expect((await plan(right)).adds).not.toContain("autoconfig.acme.test CNAME panel.deft.test");
});

test("an alias that shares its name with something else is left out and said so", async () => {
  const { skipped, removes } = await plan([["autoconfig.acme.test", "TXT", "mine"]]);
  expect(skipped.map(({ name, reason }) => [name, reason])).toEqual([["autoconfig.acme.test", "in_the_way"]]);
  expect(removes).toEqual([]);
});

test("after a change nothing is left to do: a second look at the same zone plans nothing", async () => {
  const before: Row[] = [
    ["acme.test", "TXT", "v=spf1 include:_spf.old.test ~all"],
    ["_dmarc.acme.test", "TXT", "v=DMARC1; p=reject; rua=mailto:me@elsewhere.test"],
    ["acme.test", "MX", "10 mx.old.test"],
    ["autodiscover.acme.test", "CNAME", "autodiscover.outlook.com"],
    ["autoconfig.acme.test", "CNAME", "old.test", true],
  ];
  const first = await plan(before, { movesMail: true });
  expect(first.removes.some((line) => line.includes("p=reject"))).toBe(false);
  expect(first.removes).toContain("autodiscover.acme.test CNAME autodiscover.outlook.com");
  const gone = new Set(first.remove.map(({ id }) => id));
  const kept = before.filter((_, at) => !gone.has(`r${at}`));
  const added = first.add.map(({ name, type, value }): Row => [name, type, value]);
  const second = await plan([...kept, ...added], { movesMail: true });
  expect([second.adds, second.removes, second.skipped]).toEqual([[], [], []]);
});

test("a domain below its zone leaves the zone's own records alone", async () => {
  const rows: Row[] = [
    ["acme.test", "TXT", "v=spf1 -all"],
    ["acme.test", "MX", "10 mx.old.test"],
  ];
  const { add, removes } = await plan(rows, { domain: "news.acme.test", movesMail: true });
  expect(removes).toEqual([]);
  expect(add.every(({ name }) => name.endsWith("news.acme.test"))).toBe(true);
});
