import { describe, expect, test } from "bun:test";
import { corpusRows } from "~/lib/testing-corpora";
import type { AdviceCode } from "../../schema";
import { dkimKeys, verdictOn, wantedOf } from "./testing-verdict-on";
import type { Zone } from "./testing-zone-resolver";

type Row = {
  id: string;
  check: string;
  want: { mx: string; spfInclude: string; dkimSelector: string; dkimP: string };
  zone: Zone;
  expect: { status: string; reason?: string; warn?: string };
};

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

const judge = async (check: string, zone: Zone) => {
  const { state, advice } = await verdictOn(purposes[check] ?? "", zone);
  return advice ? `${state} ${advice.code}` : state;
};
const key = dkimKeys[0]!.publicKey;
const mx = (...records: [number, string][]): Zone => ({ "customer.test": { MX: records } });
const text =
  (name: string) =>
  (...values: string[]): Zone => ({ [name]: { TXT: values.map((value) => [value]) } });
const dkim = text("dm1._domainkey.customer.test");
const dmarc = text("_dmarc.customer.test");
const sts = text("_mta-sts.customer.test");
const tlsRpt = text("_smtp._tls.customer.test");
const ours = "mx1.mailhost.test";

describe("mail servers", () => {
  test.each<[string, Zone, string]>([
    ["ours twice", mx([10, ours], [20, `${ours}.`]), "match"],
    ["ours at any preference", mx([0, ours]), "match"],
    ["another behind us", mx([10, ours], [11, "backup.test"]), "match mx_backup"],
    ["another beside us", mx([10, ours], [10, "old.test"]), "conflict mx_split"],
    ["another in front of us, in capitals", mx([20, ours], [10, "OLD.test."]), "conflict mx_split"],
    ["an address of IPv6", mx([10, "2001:db8::1"]), "conflict mx_target_is_ip"],
    ["an address in brackets", mx([10, "[192.0.2.1]"]), "conflict mx_target_is_ip"],
    ["null beside ours", mx([0, "."], [10, ours]), "conflict mx_null"],
    ["ours with the domain behind it", mx([10, `${ours}.customer.test`]), "conflict mx_target_doubled"],
    ["ours with a priority in front", mx([0, `10 ${ours}`]), "conflict mx_priority_in_name"],
    ["a name that only ends like ours", mx([10, `not-${ours}`]), "stale mx_dead"],
    ["no record beside an address", { "customer.test": { A: ["192.0.2.1"] } }, "missing mx_implicit"],
    ["no record beside text", { "customer.test": { TXT: [["hello"]] } }, "missing add_beside"],
  ])("%s", async (_, zone, wish) => expect(await judge("MX", zone)).toBe(wish));
});

describe("signing keys", () => {
  test.each<[string, Zone, string]>([
    ["the key alone", dkim(`p=${key}`), "match"],
    ["without a type", dkim(`v=DKIM1; p=${key}`), "match"],
    ["with everything allowed", dkim(`v=DKIM1; h=sha1:sha256; k=rsa; s=*; t=s; n=note; x=y; p=${key};`), "match"],
    ["for mail", dkim(`v=DKIM1; s=email; p=${key}`), "match"],
    [
      "with blanks wherever they may stand",
      dkim(`  v = DKIM1 ;\tk = rsa ; p = ${key.slice(0, 9)} ${key.slice(9)} ; `),
      "match",
    ],
    ["in test mode", dkim(`v=DKIM1; t=y:s; p=${key}`), "match dkim_testing"],
    ["for another hash only", dkim(`v=DKIM1; h=sha1; p=${key}`), "conflict dkim_wrong_use"],
    ["for another service", dkim(`v=DKIM1; s=other; p=${key}`), "conflict dkim_wrong_use"],
    ["of the other type", dkim(`v=DKIM1; k=ed25519; p=${key}`), "conflict dkim_wrong_type"],
    ["a type in capitals", dkim(`v=DKIM1; k=RSA; p=${key}`), "conflict dkim_wrong_type"],
    ["another version", dkim(`v=DKIM2; p=${key}`), "conflict dkim_malformed"],
    ["a version in small letters", dkim(`v=dkim1; p=${key}`), "conflict dkim_malformed"],
    ["a tag in capitals", dkim(`v=DKIM1; P=${key}`), "conflict dkim_malformed"],
    ["a tag twice", dkim(`v=DKIM1; p=${key}; p=${key}`), "conflict dkim_malformed"],
    ["commas in place of semicolons", dkim(`v=DKIM1, k=rsa, p=${key}`), "conflict dkim_malformed"],
    ["no key at all", dkim("v=DKIM1; k=rsa"), "conflict dkim_malformed"],
    ["no key behind p=", dkim("v=DKIM1; p= ;"), "conflict dkim_revoked"],
    ["something that is no base64", dkim("v=DKIM1; p=MIIB!!!!"), "conflict dkim_malformed"],
    ["cut off", dkim(`v=DKIM1; k=rsa; p=${key.slice(0, 30)}`), "conflict dkim_truncated"],
    ["in small letters", dkim(`v=DKIM1; p=${key.toLowerCase()}`), "conflict dkim_case"],
    ["in quotes within", dkim(`v=DKIM1; p="${key}"`), "conflict value_quoted"],
    ["twice the same", dkim(`v=DKIM1; p=${key}`, `v=DKIM1; p=${key} `), "conflict dkim_several"],
    ["in two records", dkim(`v=DKIM1; p=${key.slice(0, 9)}`, key.slice(9)), "conflict dkim_split"],
    ["with a record of something else", dkim(`v=DKIM1; p=${key}`, "v=spf1 -all"), "conflict dkim_several"],
    ["somebody else's", dkim("v=DKIM1; k=rsa; p=AAAAB3Nz"), "stale dkim_other_key"],
    [
      "behind an alias that leads nowhere",
      { "dm1._domainkey.customer.test": { CNAME: ["gone.test"] } },
      "missing alias_in_the_way",
    ],
  ])("%s", async (_, zone, wish) => expect(await judge("DKIM", zone)).toBe(wish));
});

describe("policies", () => {
  test.each<[string, Zone, string]>([
    ["blanks around the version", dmarc("v = DMARC1 ; p = reject"), "match"],
    ["a policy in capitals", dmarc("v=DMARC1; p=REJECT"), "match"],
    ["tags that nobody knows and those that are gone", dmarc("v=DMARC1; p=none; pct=50; ri=3600; zz=1"), "match"],
    ["two of them", dmarc("v=DMARC1; p=none", "v=DMARC1; p=reject"), "conflict dmarc_several"],
    ["one beside other text", dmarc("v=spf1 -all", "v=DMARC1; p=none"), "match"],
    ["a policy nobody knows, without reports", dmarc("v=DMARC1; p=monitor"), "conflict dmarc_malformed"],
    ["in quotes", dmarc('"v=DMARC1; p=none"'), "conflict value_quoted"],
    ["with the semicolons escaped", dmarc("v=DMARC1\\; p=none"), "conflict value_escaped"],
  ])("%s", async (_, zone, wish) => expect(await judge("DMARC", zone)).toBe(wish));
});

describe("notices of encryption", () => {
  const elsewhere: Zone = { "mta-sts.customer.test": { A: ["192.0.2.4"] } };
  test.each<[string, string, Zone, string]>([
    ["a notice", "MTA-STS", sts("v=STSv1; id=20261101;"), "match"],
    ["blanks before the semicolon", "MTA-STS", sts("v=STSv1 ; id=20261101"), "match"],
    ["beside other text", "MTA-STS", sts("hello", "v=STSv1; id=20261101"), "match"],
    ["an id of capitals, while no policy is served", "MTA-STS", sts("v=STSv1; id=ABCdef0123"), "match"],
    ["another id beside another's policy", "MTA-STS", { ...sts("v=STSv1; id=1"), ...elsewhere }, "stale sts_other"],
    ["two notices", "MTA-STS", sts("v=STSv1; id=1", "v=STSv1; id=2"), "conflict sts_several"],
    ["an id with a dash", "MTA-STS", sts("v=STSv1; id=2026-11-01"), "conflict sts_malformed"],
    ["an empty id", "MTA-STS", sts("v=STSv1; id=;"), "conflict sts_malformed"],
    ["a version in capitals", "MTA-STS", sts("V=STSV1; id=1"), "missing add_beside"],
    [
      "reports to a mailbox and a page",
      "TLS-RPT",
      tlsRpt("v=TLSRPTv1; rua=MAILTO:a@b.test, https://c.test/x"),
      "match",
    ],
    ["nowhere to report", "TLS-RPT", tlsRpt("v=TLSRPTv1;"), "conflict tls_rpt_malformed"],
    ["a page without encryption", "TLS-RPT", tlsRpt("v=TLSRPTv1; rua=http://c.test"), "conflict tls_rpt_malformed"],
    ["an address without its kind", "TLS-RPT", tlsRpt("v=TLSRPTv1; rua=a@b.test"), "conflict tls_rpt_malformed"],
    [
      "two of them",
      "TLS-RPT",
      tlsRpt("v=TLSRPTv1; rua=mailto:a@b.test", "v=TLSRPTv1; rua=mailto:c@d.test"),
      "conflict tls_rpt_several",
    ],
    ["a version in small letters", "TLS-RPT", tlsRpt("v=tlsrptv1; rua=mailto:a@b.test"), "missing add_beside"],
    ["in quotes", "TLS-RPT", tlsRpt('"v=TLSRPTv1; rua=mailto:a@b.test"'), "conflict value_quoted"],
  ])("%s", async (_, check, zone, wish) => expect(await judge(check, zone)).toBe(wish));
});
