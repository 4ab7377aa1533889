import { describe, expect, test } from "bun:test";
import { corpusRows } from "~/lib/testing-corpora";
import { isDmarc, parseDmarc } from "./dmarc-record";
import { type Published, verdictOn } from "./testing-answers";

const ours = "mailto:dmarc@reports.mailhost.test";
const on = (records: string | string[], rest: Published = {}, domain?: string) =>
  verdictOn("dmarc", { "_dmarc.acme.test": [records].flat().map((text) => `TXT ${text}`), ...rest }, domain);

describe("a policy that stands there", () => {
  test.each([
    ["v=DMARC1; p=reject", `v=DMARC1; p=reject; rua=${ours}`],
    ["v=DMARC1; p=none; rua=mailto:a@acme.test", `v=DMARC1; p=none; rua=mailto:a@acme.test,${ours}`],
    [
      "v=DMARC1;p=quarantine;sp=reject;np=reject;adkim=s;fo=1;ruf=mailto:f@acme.test",
      `v=DMARC1; p=quarantine; sp=reject; np=reject; adkim=s; fo=1; ruf=mailto:f@acme.test; rua=${ours}`,
    ],
    ["v=DMARC1; p=reject; t=y; psd=n", `v=DMARC1; p=reject; t=y; psd=n; rua=${ours}`],
    ["v=DMARC1; p=reject; pct=100; ri=3600; rf=afrf", `v=DMARC1; p=reject; rua=${ours}`],
    ["v=DMARC1; p=reject; pct=20", `v=DMARC1; p=reject; t=y; rua=${ours}`],
  ])("is kept, with our reports beside theirs: %s", async (record, value) => {
    expect(await on(record)).toMatchObject({
      state: "match",
      advice: null,
      fix: { value, remove: [{ value: record }] },
    });
  });
  test("is left alone when it sends us reports already", async () => {
    const record = `v=DMARC1; p=reject; rua=${ours}`;
    expect((await on(record)).fix).toEqual({ value: record, remove: [] });
  });
  test("is named when its reports go where nobody agreed to take them", async () => {
    const record = "v=DMARC1; p=none; rua=mailto:x@reports.other.test";
    expect(await on(record)).toMatchObject({ state: "match", advice: { code: "dmarc_report_unconfirmed" } });
    const consent = { "acme.test._report._dmarc.reports.other.test": ["TXT v=DMARC1;"] };
    expect(await on(record, consent)).toMatchObject({ state: "match", advice: null });
  });
});

describe("records that receivers do not apply", () => {
  test("two become one that is as soft as the softer and reports to all", async () => {
    const records = ["v=DMARC1; p=reject; rua=mailto:a@acme.test", "v=DMARC1; p=none; rua=mailto:b@acme.test"];
    const { advice, fix } = await on(records);
    expect(advice?.code).toBe("dmarc_several");
    expect(fix?.value).toBe(`v=DMARC1; p=none; rua=mailto:a@acme.test,mailto:b@acme.test,${ours}`);
    expect(fix?.remove).toHaveLength(2);
  });
  test.each([
    ["v=DMARC1, p=reject", `v=DMARC1; p=reject; rua=${ours}`],
    ["v=dmarc1; p=quarantine", `v=DMARC1; p=quarantine; rua=${ours}`],
    ["v=DMARC1 p=reject", `v=DMARC1; p=reject; rua=${ours}`],
  ])("%s is missing, and its policy is kept in the line that mends it", async (record, value) => {
    expect(await on(record)).toMatchObject({ state: "missing", advice: { code: "dmarc_unread" }, fix: { value } });
  });
  test.each(["v=DMARC1", "v=DMARC1; p=rejct", "v=DMARC1; p=reject; p=none", "v=DMARC1; p=reject; sp=quarantin"])(
    "%s has no policy and nowhere to report to",
    async (record) => {
      expect(await on(record)).toMatchObject({ state: "conflict", advice: { code: "dmarc_malformed" } });
    },
  );
});

describe("a policy from above", () => {
  const inherited = (published: Published, domain = "news.acme.test") => verdictOn("dmarc", published, domain);
  test.each([
    ["v=DMARC1; p=reject", "reject"],
    ["v=DMARC1; p=reject; sp=quarantine", "quarantine"],
    ["v=DMARC1; p=reject; t=y", "quarantine"],
    ["v=DMARC1; p=reject; sp=bogus; rua=mailto:a@acme.test", "none"],
  ])("%s means %s for the domain below", async (record, policy) => {
    expect(await inherited({ "_dmarc.acme.test": [`TXT ${record}`], "news.acme.test": ["A 192.0.2.1"] })).toMatchObject(
      {
        state: "match_inherited",
        advice: { code: "dmarc_inherited", vars: { parent: "acme.test", policy } },
      },
    );
  });
  test("np counts for names that do not exist", async () => {
    const record = { "_dmarc.acme.test": ["TXT v=DMARC1; p=none; np=reject"] };
    expect((await inherited(record)).advice?.vars.policy).toBe("reject");
    expect((await inherited({ ...record, "news.acme.test": ["A 192.0.2.1"] })).advice?.vars.policy).toBe("none");
  });
  test("comes from the organisation, not from a name between, and not from a public suffix that has its own", async () => {
    const between = { "_dmarc.b.acme.test": ["TXT v=DMARC1; p=none"], "_dmarc.acme.test": ["TXT v=DMARC1; p=reject"] };
    expect((await inherited(between, "a.b.acme.test")).advice?.vars.parent).toBe("acme.test");
    const stopped = {
      "_dmarc.b.acme.test": ["TXT v=DMARC1; p=none; psd=n"],
      "_dmarc.acme.test": ["TXT v=DMARC1; p=reject"],
    };
    expect((await inherited(stopped, "a.b.acme.test")).advice?.vars.parent).toBe("b.acme.test");
    const suffix = {
      "_dmarc.bank.test": ["TXT v=DMARC1; p=reject; psd=y"],
      "_dmarc.acme.bank.test": ["TXT v=DMARC1; p=none"],
    };
    expect((await inherited(suffix, "a.acme.bank.test")).advice?.vars.parent).toBe("acme.bank.test");
    expect(
      (await inherited({ "_dmarc.bank.test": suffix["_dmarc.bank.test"] }, "a.acme.bank.test")).advice?.vars.parent,
    ).toBe("bank.test");
  });
  test("is not denied while a name above does not answer", async () => {
    expect((await inherited({ "_dmarc.acme.test": ["TXT !"] })).state).toBe("unknown");
  });
});

/** RFC 9989 ignores what these tags say, where RFC 7489 refused the record. */
const ignoredNow = /(?:adkim|aspf|rf|ri)=[^;]*/;

describe("records from a suite of the RFC before", () => {
  type Row = { id: string; record: string; result: string };
  test.each(corpusRows<Row>("dns/dmarc-parse-opendmarc.jsonl").map((row) => [row.id, row] as const))("%s", (_, row) => {
    const isUsable = isDmarc(row.record) && parseDmarc(row.record) !== undefined;
    expect(isUsable).toBe(
      row.result === "DMARC_PARSE_OKAY" || (row.result.endsWith("BAD_VALUE") && ignoredNow.test(row.record)),
    );
  });
});
