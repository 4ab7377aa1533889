import { describe, expect, test } from "bun:test";
import type { Zone } from "./testing-zone-resolver";
import { dkimKeys, verdictOn, wantedOf } from "./testing-verdict-on";

const codeOf = async (purpose: string, zone: Zone) => (await verdictOn(purpose, zone)).advice?.code;
const txt = (...records: string[]) => ({ TXT: records.map((record) => [record]) });
const proof = "deftmail-verify=0123456789abcdef0123456789abcdef";

describe("ownership", () => {
  test("the token proves it at its own name or at the domain itself", async () => {
    expect((await verdictOn("proof", { "_deftmail.customer.test": txt(proof) })).state).toBe("match");
    expect((await verdictOn("proof", { "customer.test": txt("v=spf1 -all", proof) })).state).toBe("match");
  });
  test("a token of an earlier attempt, a quoted one and a longer one prove nothing", async () => {
    expect(await verdictOn("proof", { "_deftmail.customer.test": txt("deftmail-verify=other") })).toMatchObject({
      state: "stale",
    });
    expect(await codeOf("proof", { "_deftmail.customer.test": txt(`"${proof}"`) })).toBe("value_quoted");
    expect((await verdictOn("proof", { "_deftmail.customer.test": txt(`${proof}0`) })).state).toBe("stale");
  });
  test("a token at another domain below is found and explained", async () => {
    expect(await codeOf("proof", { "customer.test": {}, "_deftmail.customer.test.customer.test": txt(proof) })).toBe(
      "name_doubled",
    );
  });
  test("nobody is told that a domain does not exist while servers fail", async () => {
    const zone: Zone = { "_deftmail.customer.test": { TXT: { error: "ESERVFAIL" } } };
    expect((await verdictOn("proof", zone)).state).toBe("unknown");
  });
});

test("a domain that nobody registered is told from a record that is missing", async () => {
  const say = async (zone: Zone, domain: string) =>
    (await verdictOn("mx", zone, wantedOf(domain), domain)).advice?.code;
  expect(await say({}, "not-registered.org")).toBe("domain_not_found");
  expect(await say({}, "mail.not-registered.org")).toBe("domain_not_found");
  expect(await say({ "registered.org": { SOA: ["ns."] } }, "mail.registered.org")).toBe("add");
});

describe("mail flow", () => {
  const mx = (...records: [number, string][]): Zone => ({ "customer.test": { MX: records } });
  test("a backup behind us is fine, a server beside us takes part of the mail", async () => {
    expect(await verdictOn("mx", mx([10, "mx1.mailhost.test"], [20, "old.org"]))).toMatchObject({
      state: "match",
      advice: { code: "mx_backup" },
    });
    expect(await codeOf("mx", mx([10, "mx1.mailhost.test"], [10, "old.org"]))).toBe("mx_split");
  });
  test("a target with the domain appended and an alias to us are explained", async () => {
    expect(await codeOf("mx", mx([10, "mx1.mailhost.test.customer.test"]))).toBe("mx_target_doubled");
    expect(await codeOf("mx", { ...mx([10, "in.org"]), "in.org": { CNAME: ["mx1.mailhost.test"] } })).toBe(
      "mx_target_is_alias",
    );
  });
});

describe("senders", () => {
  const spf = (...records: string[]): Zone => ({ "customer.test": txt(...records) });
  test("two records become one line that keeps every sender and the softer end", async () => {
    const { advice } = await verdictOn("spf", {
      ...spf("v=spf1 include:a.org -all", "v=spf1 ip4:192.0.2.1 include:a.org ~all"),
      "a.org": txt("v=spf1 ip4:192.0.2.7 -all"),
    });
    expect(advice?.vars.want).toBe("v=spf1 include:_spf.mailhost.test include:a.org ip4:192.0.2.1 ~all");
  });
  test("our senders count also two includes deep", async () => {
    const zone = {
      ...spf("v=spf1 include:a.test -all"),
      "a.test": txt("v=spf1 include:b.test ?all"),
      "b.test": txt("v=spf1 include:_spf.mailhost.test ?all"),
    };
    expect((await verdictOn("spf", zone)).state).toBe("match");
  });
  test("more than ten look-ups and an include that leads nowhere are named", async () => {
    const many = Array.from({ length: 10 }, (_, index) => `mx:h${index}.test`).join(" ");
    expect(await verdictOn("spf", spf(`v=spf1 include:_spf.mailhost.test ${many} -all`))).toMatchObject({
      advice: { code: "spf_too_many", vars: { count: "11" } },
    });
    expect(await codeOf("spf", spf("v=spf1 include:_spf.mailhost.test include:gone.test -all"))).toBe(
      "spf_broken_include",
    );
  });
  test("a record under redirect keeps its redirect when ours is put in front", async () => {
    const zone = { ...spf("v=spf1 redirect=a.test"), "a.test": txt("v=spf1 mx -all") };
    expect((await verdictOn("spf", zone)).advice?.vars.want).toBe("v=spf1 include:_spf.mailhost.test redirect=a.test");
  });
});

describe("signing key", () => {
  const at = (...records: string[]): Zone => ({ "dm1._domainkey.customer.test": txt(...records) });
  test("a key cut off by the provider's form is told from another key", async () => {
    const cut = dkimKeys[0]?.publicKey.slice(0, 20);
    expect(await verdictOn("dkim", at(`v=DKIM1; k=rsa; p=${cut}`))).toMatchObject({
      advice: { code: "dkim_truncated", vars: { found: "20", want: "44" } },
    });
    expect(await codeOf("dkim", at("v=DKIM1; p=AAAA"))).toBe("dkim_other_key");
  });
  test("a key spread over two records is a conflict", async () => {
    expect(await codeOf("dkim", at("v=DKIM1; k=rsa; p=MIIB", "IjANBgkq"))).toBe("dkim_several");
  });
});

describe("policy", () => {
  test("a parent's policy covers a subdomain and is named", async () => {
    const wanted = wantedOf("news.customer.test");
    const zone: Zone = { "_dmarc.customer.test": txt("v=DMARC1; p=reject; sp=quarantine") };
    expect(await verdictOn("dmarc", zone, wanted, "news.customer.test")).toMatchObject({
      state: "match_inherited",
      advice: { code: "dmarc_inherited", vars: { parent: "customer.test", policy: "quarantine" } },
    });
  });
  test("two policies cancel each other", async () => {
    expect(await codeOf("dmarc", { "_dmarc.customer.test": txt("v=DMARC1; p=none", "v=DMARC1; p=reject") })).toBe(
      "dmarc_several",
    );
  });
});

describe("finding services", () => {
  test("an alias to another provider and a proxy in front of the name are told apart", async () => {
    expect(await codeOf("autoconfig", { "autoconfig.customer.test": { CNAME: ["autodiscover.outlook.com"] } })).toBe(
      "alias_other",
    );
    expect(await verdictOn("autoconfig", { "autoconfig.customer.test": { A: ["192.0.2.9"] } })).toMatchObject({
      state: "conflict",
      advice: { code: "alias_is_address" },
    });
  });
  test("another provider's service that clients would prefer is named", async () => {
    const zone: Zone = {
      "_autodiscover._tcp.customer.test": { SRV: ["0 0 443 cpanel.org", "5 1 443 mail.mailhost.test"] },
    };
    expect(await codeOf("service", zone)).toBe("service_other");
  });
});
