import { describe, expect, test } from "bun:test";
import { corpusRows } from "~/lib/testing-corpora";
import type { DnsAnswer, RecordType } from "./dns-answer";
import { normaliseName } from "./dns-answer";
import { gatherVerdicts } from "./gather-answers";
import { type PlatformNames, recordSet, type WantedRecord } from "./record-set";
import type { Resolver } from "./resolver";
import type { Verdict } from "./verdict";
import type { AdviceCode } from "../../schema";

type ZoneEntry = (string | string[] | [number, string])[] | { error: "ESERVFAIL" };
type Zone = Record<string, Record<string, ZoneEntry>>;
type Row = {
  id: string;
  check: string;
  want: { mx: string; spfInclude: string; dkimSelector: string; dkimP: string };
  zone: Zone;
  expect: { status: string; reason?: string; warn?: string };
};

/** Answers from a zone written down as name → type → records, following aliases as a resolver does. */
function zoneResolver(zone: Zone): Resolver {
  const names = new Map(Object.entries(zone).map(([name, types]) => [normaliseName(name), types]));
  return async function resolve(name: string, type: RecordType): Promise<DnsAnswer> {
    const types = names.get(normaliseName(name));
    const exists = types ?? [...names.keys()].some((known) => known.endsWith(`.${normaliseName(name)}`));
    const absent = (reason: "ENOTFOUND" | "ENODATA"): DnsAnswer => ({
      status: "absent",
      reason,
      aliases: [],
      authenticated: false,
    });
    if (!types) return absent(exists ? "ENODATA" : "ENOTFOUND");
    const entry = types[type];
    if (entry && "error" in entry) return { status: "unknown", reason: entry.error };
    if (entry) {
      const records = entry.map((value) => {
        if (typeof value === "string") return normaliseName(value);
        return type === "MX" ? `${value[0]} ${normaliseName(String(value[1])) || "."}` : value.join("");
      });
      return { status: "found", records, ttlSeconds: 60, aliases: [], authenticated: false };
    }
    const [alias] = (types.CNAME ?? []) as string[];
    if (!alias || type === "CNAME") return absent("ENODATA");
    const answer = await resolve(alias, type);
    return answer.status === "unknown" ? answer : { ...answer, aliases: [normaliseName(alias), ...answer.aliases] };
  };
}

const platform: PlatformNames = {
  mxHosts: ["mx1.mailhost.test"],
  spf: { include: "_spf.mailhost.test" },
  mailHost: "mail.mailhost.test",
  autoconfigHost: "autoconfig.mailhost.test",
  reportsAddress: "dmarc@reports.mailhost.test",
  mtaStsId: "20261101",
};
const dkimKeys = [
  { selector: "dm1", algorithm: "rsa-sha256", publicKey: "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA" },
];
const wantedOf = (domain = "customer.test", keys = dkimKeys) =>
  recordSet({ name: domain, proofToken: "0123456789abcdef0123456789abcdef", dkimKeys: keys }, platform);

async function verdictOn(
  purpose: string,
  zone: Zone,
  wanted: WantedRecord[] = wantedOf(),
  domain = "customer.test",
): Promise<Verdict> {
  const { verdicts } = await gatherVerdicts({ domain, wanted, platform }, zoneResolver(zone));
  const record = wanted.find((one) => one.purpose === purpose);
  return verdicts.get(record?.id ?? "") as Verdict;
}

const purposes: Record<string, string> = {
  MX: "mx",
  SPF: "spf",
  DKIM: "dkim",
  DMARC: "dmarc",
  "MTA-STS": "mta_sts",
  "TLS-RPT": "tls_rpt",
};
/** The corpus' words for a verdict, in ours: `match` without advice is valid, with advice a warning. */
const stateWords: Record<string, string[]> = {
  valid: ["match"],
  warning: ["match+advice"],
  mismatch: ["stale"],
  conflict: ["conflict"],
  invalid: ["conflict"],
  missing: ["missing"],
  unknown: ["unknown+advice"],
};
const reasonCodes: Record<string, AdviceCode> = {
  "null-mx": "mx_null",
  "mx-target-is-ip": "mx_target_is_ip",
  multiple: "spf_several",
  "plus-all": "spf_plus_all",
  "after-all": "spf_after_all",
  "void-lookups": "spf_void",
  syntax: "spf_syntax",
  "literal-quotes": "value_quoted",
  escaped: "value_escaped",
  revoked: "dkim_revoked",
  "external-report-not-authorised": "dmarc_report_unconfirmed",
  cname: "spf_at_alias",
};

describe("what the corpus of published records says", () => {
  test.each(corpusRows<Row>("dns/hosting-checks.jsonl").map((row) => [row.id, row] as const))("%s", async (_, row) => {
    const keys = [{ selector: row.want.dkimSelector, algorithm: "rsa-sha256", publicKey: row.want.dkimP }];
    const { state, advice } = await verdictOn(purposes[row.check] ?? "", row.zone, wantedOf("customer.test", keys));
    const { status, reason = row.expect.warn } = row.expect;
    if (reason) expect(advice?.code).toBe(reasonCodes[reason] as AdviceCode);
    else
      expect(stateWords[status]).toContain(advice && ["match", "unknown"].includes(state) ? `${state}+advice` : state);
    expect(state === "unknown").toBe(status === "unknown");
    if (status === "valid" || status === "warning") expect(state).toBe("match");
    else expect(state).not.toBe("match");
  });
});

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
