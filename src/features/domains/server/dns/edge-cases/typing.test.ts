import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type LyingWorld, startLyingWorld } from "../testing-lying-world";
import { look, publicKey, publishBut, publishPlatform } from "./testing-check";

let world: LyingWorld;
beforeAll(async () => {
  world = await startLyingWorld();
  publishPlatform(world);
});
afterAll(() => world.stop());

const proof = "deftmail-verify=0123456789abcdef0123456789abcdef";
const policy = "v=DMARC1; p=none; rua=mailto:dmarc@reports.mailhost.org";
const sender = "v=spf1 include:_spf.mailhost.org ~all";
const key = `v=DKIM1; k=rsa; p=${publicKey}`;

describe("edge case 6: doubled zone name", () => {
  test("a record that the provider put one domain too deep is found, and the name to type is told", async () => {
    publishBut(world, "acme.org", { "_dmarc.acme.org": null, "_dmarc.acme.org.acme.org": { TXT: [policy] } });
    expect((await look(world, "acme.org")).of("dmarc")).toMatchObject({
      state: "conflict",
      advice: { code: "name_doubled", vars: { found: "_dmarc.acme.org.acme.org", short: "_dmarc" } },
      fix: { value: policy, remove: [{ name: "_dmarc.acme.org.acme.org", type: "TXT", value: policy }] },
    });
  });

  test("records of the domain itself are found under the doubled name too", async () => {
    publishBut(world, "acme.org", { "acme.org": { MX: [] }, "acme.org.acme.org": { MX: ["10 mx1.mailhost.org"] } });
    expect((await look(world, "acme.org")).says("mx.1")).toBe("name_doubled");
  });

  test("below a sub-domain, the name of the whole zone is what was appended", async () => {
    publishBut(world, "acme.org", { "_deftmail.mail.acme.org.acme.org": { TXT: [proof] } });
    expect((await look(world, "mail.acme.org")).of("proof").advice).toMatchObject({
      code: "name_doubled",
      vars: { found: "_deftmail.mail.acme.org.acme.org", want: "_deftmail.mail.acme.org" },
    });
  });
});

describe("edge case 7: trailing dot, missing dot", () => {
  test("a dot at the end and the case of a target make no difference", async () => {
    publishBut(world, "acme.org", {
      "acme.org": { MX: ["10 MX1.mailhost.org."] },
      "autoconfig.acme.org": { CNAME: ["Mail.Mailhost.org."] },
    });
    const seen = await look(world, "acme.org");
    expect([seen.says("mx.1"), seen.says("autoconfig")]).toEqual(["match", "match"]);
  });

  test("a target to which the zone was appended is recognised in each kind of record", async () => {
    publishBut(world, "acme.org", {
      "acme.org": { MX: ["10 mx1.mailhost.org.acme.org"] },
      "autoconfig.acme.org": { CNAME: ["mail.mailhost.org.acme.org"] },
      "_imaps._tcp.acme.org": { SRV: ["0 1 993 mail.mailhost.org.acme.org"] },
    });
    const { of } = await look(world, "acme.org");
    expect(of("mx.1").advice).toMatchObject({ code: "mx_target_doubled", vars: { want: "mx1.mailhost.org" } });
    expect(of("autoconfig").advice).toMatchObject({ code: "alias_doubled", vars: { want: "mail.mailhost.org" } });
    expect(of("srv.imaps").advice).toMatchObject({ code: "service_doubled", vars: { want: "mail.mailhost.org" } });
  });
});

describe("edge case 8: quotes, escapes", () => {
  const spoilt: [string, (value: string) => string, string][] = [
    ["straight quotes", (value) => `"${value}"`, "value_quoted"],
    ["typographic quotes", (value) => `\u201c${value}\u201d`, "value_quoted"],
    ["backslashes before semicolons", (value) => value.replaceAll(";", "\\;"), "value_escaped"],
    ["a byte order mark", (value) => `\ufeff${value}`, "value_odd_space"],
    ["a blank that does not break", (value) => value.replace("; ", ";\u00a0"), "value_odd_space"],
    ["a zero-width blank", (value) => value.replace("DMARC1", "DMARC1\u200b"), "value_odd_space"],
    ["the whole line of a zone file", (value) => `_dmarc 3600 IN TXT "${value}"`, "value_zone_line"],
  ];
  test.each(spoilt)("%s are told apart from a record that is missing", async (_, spoil, code) => {
    publishBut(world, "acme.org", { "_dmarc.acme.org": { TXT: [spoil(policy)] } });
    const { of } = await look(world, "acme.org");
    expect(of("dmarc")).toMatchObject({ state: "conflict", advice: { code } });
  });

  test("a blank or a tab in front of the senders hides them from receivers", async () => {
    for (const spoilt of [` ${sender}`, `\t${sender}`]) {
      publishBut(world, "acme.org", { "acme.org": { TXT: [spoilt] } });
      expect((await look(world, "acme.org")).of("spf")).toMatchObject({
        state: "conflict",
        advice: { code: "value_odd_space" },
        fix: { value: sender },
      });
    }
  });

  test("they are seen in proof, senders, key and notices alike", async () => {
    const quote = (value: string) => `"${value}"`;
    publishBut(world, "acme.org", {
      "_deftmail.acme.org": { TXT: [quote(proof)] },
      "acme.org": { TXT: [quote(sender)] },
      "dm1._domainkey.acme.org": { TXT: [quote(key)] },
      "_smtp._tls.acme.org": { TXT: [quote("v=TLSRPTv1; rua=mailto:tls@acme.org")] },
      "_mta-sts.acme.org": { TXT: [quote("v=STSv1; id=20261101")] },
    });
    const { of } = await look(world, "acme.org");
    for (const id of ["proof", "spf", "dkim.dm1", "tls_rpt", "mta_sts"])
      expect(of(id)).toMatchObject({ state: "conflict", advice: { code: "value_quoted" } });
  });
});

describe("edge case 9: priority in the value", () => {
  test("a priority that was typed into the name of the server is recognised", async () => {
    for (const target of ["10 mx1.mailhost.org", "10 mx1.mailhost.org.acme.org"]) {
      publishBut(world, "acme.org", { "acme.org": { MX: [`0 ${target}`] } });
      expect((await look(world, "acme.org")).of("mx.1")).toMatchObject({
        state: "conflict",
        advice: { code: "mx_priority_in_name", vars: { target, priority: "10", want: "mx1.mailhost.org" } },
      });
    }
  });

  test("so are the fields of a service that were typed into its target, and a port in the wrong field", async () => {
    publishBut(world, "acme.org", {
      "_imaps._tcp.acme.org": { SRV: ["0 0 0 0 1 993 mail.mailhost.org"] },
      "_submissions._tcp.acme.org": { SRV: ["465 0 1 mail.mailhost.org"] },
    });
    const seen = await look(world, "acme.org");
    expect(seen.says("srv.imaps")).toBe("service_fields_in_name");
    expect(seen.of("srv.submissions").advice).toMatchObject({ code: "service_port", vars: { want: "465" } });
  });
});

describe("edge case 10: split TXT", () => {
  const at = (...values: (string | string[])[]) =>
    publishBut(world, "acme.org", { "dm1._domainkey.acme.org": { TXT: values } });
  const dkim = async () => (await look(world, "acme.org")).of("dkim.dm1");

  test("a key in several strings of one record is whole, also where the cut put a blank into it", async () => {
    at([key.slice(0, 255), key.slice(255)]);
    expect(await dkim()).toMatchObject({ state: "match", advice: null });
    at([key.slice(0, 255), ` ${key.slice(255)}`]);
    expect(await dkim()).toMatchObject({ state: "match", advice: null });
  });

  test("a key cut off at 255 characters is told how much of it is there", async () => {
    at(key.slice(0, 255));
    const found = String(255 - "v=DKIM1; k=rsa; p=".length);
    expect(await dkim()).toMatchObject({
      state: "conflict",
      advice: { code: "dkim_truncated", vars: { found, want: String(publicKey.length) } },
      fix: { value: key, remove: [{ value: key.slice(0, 255) }] },
    });
  });

  test("a key spread over two records cannot be put together, and both are to go", async () => {
    at(key.slice(0, 255), key.slice(255));
    const verdict = await dkim();
    expect(verdict).toMatchObject({ state: "conflict", advice: { code: "dkim_split", vars: { count: "2" } } });
    expect(verdict.fix?.remove.length).toBe(2);
  });

  test("strings that were pasted with the quotes between them are recognised", async () => {
    at(`"${key.slice(0, 255)}" "${key.slice(255)}"`);
    expect(await dkim()).toMatchObject({ state: "conflict", advice: { code: "value_quoted" } });
  });
});
