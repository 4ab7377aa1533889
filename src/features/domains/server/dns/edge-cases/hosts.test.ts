import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type LyingWorld, startLyingWorld } from "../testing-lying-world";
import { look, platform, publicKey, publishBut, publishPlatform } from "./testing-check";

let world: LyingWorld;
beforeAll(async () => {
  world = await startLyingWorld();
  publishPlatform(world);
  world.publish("old-host.org", {
    "mx.old-host.org": { A: ["192.0.2.20"] },
    "alias.old-host.org": { CNAME: ["mx1.mailhost.org"] },
  });
});
afterAll(() => world.stop());

const seen = async (change: Parameters<typeof publishBut>[2]) => {
  publishBut(world, "acme.org", change);
  return look(world, "acme.org");
};
const withMx = async (...records: string[]) => (await seen({ "acme.org": { MX: records } })).of("mx.1");

describe("edge case 15: proxied CNAME", () => {
  test.each([
    ["an address of IPv4", { A: ["104.21.5.6"] }],
    ["an address of IPv6", { AAAA: ["2606:4700:3033::6815:506"] }],
  ])("%s of a proxy in place of an alias: the proxy is to be turned off for this name", async (_, addresses) => {
    const { of } = await seen({ "autoconfig.acme.org": { CNAME: [], ...addresses } });
    expect(of("autoconfig")).toMatchObject({
      state: "conflict",
      advice: { code: "alias_proxied", vars: { network: "Cloudflare", want: "mail.mailhost.org" } },
    });
  });

  test("the host of the policy can be behind a proxy as well", async () => {
    const { says } = await seen({ "mta-sts.acme.org": { CNAME: [], A: ["172.67.1.2"] } });
    expect(says("mta_sts_host")).toBe("alias_proxied");
  });
});

describe("edge case 16: A, AAAA instead of CNAME", () => {
  test("our own address works, with a word about what happens when it changes; another's does not", async () => {
    const own = await seen({ "autoconfig.acme.org": { CNAME: [], A: ["198.51.100.10"] } });
    expect([own.of("autoconfig").state, own.says("autoconfig")]).toEqual(["match", "alias_is_our_address"]);
    const other = await seen({ "autoconfig.acme.org": { CNAME: [], A: ["198.51.100.10", "192.0.2.9"] } });
    expect(other.of("autoconfig")).toMatchObject({
      state: "conflict",
      advice: { code: "alias_is_address" },
      fix: { value: "mail.mailhost.org", remove: [{ type: "A" }, { type: "A" }] },
    });
  });

  test("our host at the end of several aliases is our host", async () => {
    const { says } = await seen({
      "autoconfig.acme.org": { CNAME: ["hop.acme.org"] },
      "hop.acme.org": { CNAME: ["mail.mailhost.org"] },
    });
    expect(says("autoconfig")).toBe("match");
  });
});

describe("edge case 17: several MX", () => {
  test.each([
    ["lower", "5"],
    ["equal", "10"],
  ])("another server at a %s preference takes mail away from us", async (_, preference) => {
    expect(await withMx("10 mx1.mailhost.org", `${preference} mx.old-host.org`)).toMatchObject({
      state: "conflict",
      advice: { code: "mx_split", vars: { others: "mx.old-host.org" } },
      fix: { remove: [{ name: "acme.org", type: "MX", value: `${preference} mx.old-host.org` }] },
    });
  });

  test("a higher one is a backup, and only others means that mail was not switched yet", async () => {
    expect(await withMx("10 mx1.mailhost.org", "20 mx.old-host.org")).toMatchObject({
      state: "match",
      advice: { code: "mx_backup" },
    });
    expect(await withMx("10 mx.old-host.org")).toMatchObject({
      state: "stale",
      advice: { code: "mx_not_switched", vars: { found: "mx.old-host.org", want: "mx1.mailhost.org" } },
    });
  });

  test("without any, mail goes to the web server, which is said", async () => {
    const { of } = await seen({ "acme.org": { MX: [], A: ["192.0.2.80"] } });
    expect(of("mx.1")).toMatchObject({ state: "missing", advice: { code: "mx_implicit" } });
  });

  test("a domain that only sends is asked for none", async () => {
    publishBut(world, "acme.org", { "acme.org": { MX: [] } });
    const { verdicts, finds } = await look(world, "acme.org", { intent: "send_only" });
    expect([...verdicts.keys()].filter((id) => id.startsWith("mx."))).toEqual([]);
    expect(finds).not.toContain("null_mx_sends");
  });
});

describe("edge case 18: MX to CNAME, IP, parked host", () => {
  test.each([
    ["an alias for our server", "10 alias.old-host.org", "mx_target_is_alias"],
    ["an address", "10 192.0.2.25", "mx_target_is_ip"],
    ["an address of IPv6", "10 2001:db8::25", "mx_target_is_ip"],
    ["an address in brackets", "10 [192.0.2.25]", "mx_target_is_ip"],
    ["an address with the domain behind it", "10 192.0.2.25.acme.org", "mx_target_is_ip"],
    ["a registrar's parking", "0 mail.h-email.net", "mx_parked"],
    ["this very machine", "0 localhost", "mx_parked"],
  ])("%s is a conflict that says why", async (_, record, code) => {
    const found = await withMx(record);
    expect(found).toMatchObject({ state: "conflict", advice: { code }, fix: { remove: [{ value: record }] } });
    expect((await withMx("20 mx1.mailhost.org", record)).advice?.code).toBe(found.advice?.code);
  });

  test("a server without an address is told from one that works", async () => {
    expect((await withMx("10 gone.old-host.org")).advice).toMatchObject({ code: "mx_dead" });
  });
});

describe("edge case 19: null MX on a mail domain", () => {
  test("a record that refuses all mail is a conflict, alone and beside ours", async () => {
    expect(await withMx("0 .")).toMatchObject({ state: "conflict", advice: { code: "mx_null" } });
    expect(await withMx("0 .", "10 mx1.mailhost.org")).toMatchObject({
      state: "conflict",
      advice: { code: "mx_null" },
    });
  });

  test("where the domain only sends, it is said what receivers make of it", async () => {
    publishBut(world, "acme.org", { "acme.org": { MX: ["0 ."] } });
    const { findings } = await look(world, "acme.org", { intent: "send_only" });
    expect(findings).toContainEqual({
      ...{ code: "null_mx_sends", kind: "remove", vars: { name: "acme.org" } },
      record: { name: "acme.org", type: "MX", value: "0 ." },
    });
  });
});

describe("edge case 20: wildcards", () => {
  test("what a wildcard answers is no record of the name: it is missing, and the wildcard is named", async () => {
    const { of, findings } = await seen({
      "*.acme.org": { CNAME: ["web.old-host.org"] },
      ...{ "_dmarc.acme.org": null, "autoconfig.acme.org": null, "mta-sts.acme.org": null },
    });
    const vars = { wildcard: "*.acme.org", found: "web.old-host.org" };
    for (const id of ["dmarc", "autoconfig", "mta_sts_host"])
      expect(of(id)).toMatchObject({ state: "missing", advice: { code: "wildcard_answers", vars } });
    expect(findings.filter(({ code }) => code === "wildcard")).toMatchObject([
      { record: { name: "*.acme.org", type: "CNAME", value: "web.old-host.org" } },
    ]);
    // Told once, not again for each name that it answers for.
    expect(findings.map(({ code }) => code)).not.toContain("old_autodiscover");
  });

  test("a match that only a wildcard gives is suspect", async () => {
    const { of } = await seen({ "*.acme.org": { CNAME: ["mail.mailhost.org"] }, "autoconfig.acme.org": null });
    expect(of("autoconfig")).toMatchObject({ state: "match", advice: { code: "wildcard_match" } });
  });

  test("records of their own are no wildcard's, and it stops at names that exist (RFC 4592)", async () => {
    const { says } = await seen({ "*.acme.org": { TXT: ["anything"], MX: ["10 mx.old-host.org"] } });
    for (const id of ["proof", "dmarc", "dkim.dm1", "mx.1", "autoconfig", "srv.imaps", "tls_rpt"])
      expect(says(id)).toBe("match");
    const without = await seen({ "*.acme.org": { TXT: ["anything"] }, "dm1._domainkey.acme.org": null });
    expect([without.of("dkim.dm1").state, without.says("dkim.dm1")]).toEqual(["missing", "wildcard_answers"]);
  });
});

describe("edge case 21: stale helpers", () => {
  test("what leads mail programs to the provider before is listed to be removed", async () => {
    const { findings, says } = await seen({
      "autodiscover.acme.org": { CNAME: ["autodiscover.outlook.com"] },
      "_autodiscover._tcp.acme.org": { SRV: ["0 0 443 cpanel.old-host.org"] },
      "_imap._tcp.acme.org": { SRV: ["0 1 143 imap.old-host.org"] },
      "_pop3._tcp.acme.org": { SRV: ["0 0 0 ."] },
      "_submission._tcp.acme.org": { SRV: ["0 1 587 smtp.old-host.org"] },
    });
    expect(says("srv.autodiscover")).toBe("service_other");
    expect(findings.filter(({ kind }) => kind === "remove").map(({ code, record }) => [code, record?.name])).toEqual([
      ["old_autodiscover", "autodiscover.acme.org"],
      ["old_service", "_imap._tcp.acme.org"],
      ["old_service", "_submission._tcp.acme.org"],
    ]);
  });

  test("keys of the host before are listed once mail has left it, not before", async () => {
    const old = {
      "selector1._domainkey.acme.org": { CNAME: ["selector1-acme-org._domainkey.acme.onmicrosoft.com"] },
      "google._domainkey.acme.org": { TXT: [`v=DKIM1; k=rsa; p=${publicKey.slice(0, 100)}`] },
    };
    const keys = async (change: Parameters<typeof publishBut>[2]) =>
      (await seen(change)).findings.filter(({ code }) => code === "old_dkim").map(({ record }) => record?.name);
    expect(await keys(old)).toEqual(["selector1._domainkey.acme.org", "google._domainkey.acme.org"]);
    expect(await keys({ ...old, "acme.org": { MX: ["10 mx.old-host.org"] } })).toEqual([]);
  });

  const enforced = (...hosts: string[]) =>
    ["version: STSv1", "mode: enforce", ...hosts.map((host) => `mx: ${host}`), "max_age: 604800", ""].join("\r\n");
  const elsewhere = { "mta-sts.acme.org": { CNAME: ["policy.old-host.org"] } };

  test("an old policy that keeps senders from delivering to us comes before all else", async () => {
    world.publish("old-host.org", { "policy.old-host.org": { A: ["192.0.2.21"] } });
    publishBut(world, "acme.org", elsewhere);
    const asked: string[] = [];
    const fetchPolicy = async (host: string) => (asked.push(host), enforced("mx.old-host.org"));
    const { findings } = await look(world, "acme.org", { fetchPolicy });
    expect(findings[0]).toMatchObject({
      ...{ code: "sts_enforced_elsewhere", kind: "warning" },
      vars: { host: "mta-sts.acme.org", days: "7", want: platform.autoconfigHost },
    });
    expect(asked).toEqual(["mta-sts.acme.org"]);
  });

  test("a policy that allows us or only tests, or that we serve ourselves, is no trouble", async () => {
    publishBut(world, "acme.org", elsewhere);
    const say = async (text: string | null) => (await look(world, "acme.org", { fetchPolicy: async () => text })).finds;
    const testing = enforced("mx.old-host.org").replace("enforce", "testing");
    for (const text of [enforced("*.mailhost.org", "mx.old-host.org"), testing, "not a policy", null])
      expect(await say(text)).not.toContain("sts_enforced_elsewhere");
    publishBut(world, "acme.org", {});
    expect(await say(enforced("mx.old-host.org"))).not.toContain("sts_enforced_elsewhere");
  });
});

describe("edge case 24: CAA blocks ACME", () => {
  const caa = async (...records: string[]) =>
    (await seen({ "acme.org": { CAA: records } })).findings.filter(({ code }) => code.startsWith("caa_"));

  test("records that name other authorities only are told of, with the line to add", async () => {
    const add = '0 issue "letsencrypt.org"';
    expect(await caa('0 issue "digicert.com"', '0 iodef "mailto:x@acme.org"')).toMatchObject([
      { code: "caa_blocks", vars: { name: "acme.org", found: "digicert.com", add } },
    ]);
    expect(await caa('0 issue ";"')).toMatchObject([{ code: "caa_blocks" }]);
    expect(await caa('128 unheard "of"', '0 issue "letsencrypt.org"')).toMatchObject([{ code: "caa_blocks" }]);
    const bound = '0 issue "letsencrypt.org; accounturi=https://acme.test/acct/1"';
    expect(await caa(bound)).toMatchObject([{ code: "caa_restricts", vars: { ca: "letsencrypt.org", add } }]);
  });

  test("records that allow ours, or speak of something else, are no trouble", async () => {
    expect(await caa('0 issue "digicert.com"', '0 ISSUE "LetsEncrypt.org"')).toEqual([]);
    expect(await caa('0 issue "letsencrypt.org; validationmethods=dns-01,http-01"')).toEqual([]);
    expect(await caa('0 issuewild ";"', '0 iodef "mailto:x@acme.org"')).toEqual([]);
  });

  test("a sub-domain falls under the records of the domain above", async () => {
    publishBut(world, "acme.org", { "acme.org": { CAA: ['0 issue "digicert.com"'] } });
    const { findings } = await look(world, "mail.acme.org");
    expect(findings).toContainEqual(
      expect.objectContaining({ code: "caa_blocks", vars: expect.objectContaining({ name: "acme.org" }) }),
    );
  });
});
