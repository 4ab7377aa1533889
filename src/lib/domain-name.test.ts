import { expect, test } from "bun:test";
import { parseDomainName, toDisplayName } from "./domain-name";
import { corpusRows } from "./testing-corpora";

type Row = { domain: string; valid: boolean; why: string; normalised: string | null };
type PslRow = { domain: string | null; registrable: string | null };

const rules = { allowTest: true, platformNames: ["mailhost.test"] };

test.each(corpusRows<Row>("web/domains.jsonl").map((row) => [row.domain, row] as const))(
  "%s is taken or refused as the corpus says",
  (_, row) => {
    const parsed = parseDomainName(row.domain, rules);
    if (row.valid) expect(parsed).toEqual({ name: row.normalised ?? "" });
    else expect(parsed).toHaveProperty("fault");
  },
);

test("no public suffix of the list's own tests can be claimed", () => {
  const suffixes = corpusRows<PslRow>("dns/psl.jsonl").filter(
    (row) => row.domain && !row.registrable && !row.domain.startsWith("."),
  );
  const claimed = suffixes
    .filter(({ domain }) => "name" in parseDomainName(domain ?? "", rules))
    .map(({ domain }) => domain);
  expect(claimed).toEqual([]);
});

test("each refusal says why", () => {
  const faultOf = (typed: string) => Object.values(parseDomainName(typed, { allowTest: false }))[0];
  expect(faultOf("co.uk")).toBe("public_suffix");
  expect(faultOf("acme.test")).toBe("reserved");
  expect(faultOf("0x7f.1")).toBe("malformed");
  expect(faultOf("192.0.2.7")).toBe("ip_address");
  expect(faultOf("2001:db8::1")).toBe("ip_address");
  expect(faultOf("intranet")).toBe("single_label");
  expect(faultOf(`${"a.".repeat(130)}org`)).toBe("too_long");
  expect(faultOf("_dmarc.acme.org")).toBe("malformed");
  expect(faultOf("gmail.com")).toBe("mail_provider");
  expect(faultOf("p\u0430ypal.org")).toBe("mixed_script");
});

test("a name is shown in the reader's letters and stored in ASCII", () => {
  expect(parseDomainName(" BÜCHER.example. ", rules)).toEqual({ name: "xn--bcher-kva.example" });
  expect(toDisplayName("xn--bcher-kva.example")).toBe("bücher.example");
  expect(parseDomainName("東京ドメイン.jp", rules)).toHaveProperty("name");
});
