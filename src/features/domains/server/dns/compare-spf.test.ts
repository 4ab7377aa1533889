import { describe, expect, test } from "bun:test";
import { type Published, verdictOn } from "./testing-answers";

const ours = { "spf.mailhost.test": ["TXT v=spf1 ip4:198.51.100.0/28 ip6:2001:db8::/64 -all"] };
const publish = (record: string | string[], rest: Published = {}): Published => ({
  ...ours,
  "acme.test": [record].flat().map((text) => `TXT ${text}`),
  ...rest,
});
const on = (record: string | string[], rest?: Published) => verdictOn("spf", publish(record, rest));

describe("whether our servers may send is evaluated, not read", () => {
  test.each([
    ["by our own include", "v=spf1 include:spf.mailhost.test -all", {}],
    [
      "two includes deep",
      "v=spf1 include:a.test -all",
      { "a.test": ["TXT v=spf1 include:b.test ?all"], "b.test": ["TXT v=spf1 include:spf.mailhost.test ?all"] },
    ],
    ["behind a redirect", "v=spf1 redirect=a.test", { "a.test": ["TXT v=spf1 include:spf.mailhost.test -all"] }],
    ["by their addresses", "v=spf1 ip4:198.51.100.0/24 ip6:2001:db8::/32 -all", {}],
    ["by a macro", "v=spf1 include:spf.%{d2} -all", { "spf.acme.test": ["TXT v=spf1 include:spf.mailhost.test -all"] }],
    [
      "through the domain's own MX",
      "v=spf1 mx/28//64 -all",
      {
        "mx1.mailhost.test": ["A 198.51.100.7", "AAAA 2001:db8::"],
        "acme.test": ["TXT v=spf1 mx/28//64 -all", "MX 10 mx1.mailhost.test"],
      },
    ],
  ])("they may %s", async (_, record, rest) => {
    expect(await on(record, rest as Published)).toMatchObject({ state: "match", advice: null });
  });
  test("they may not where an earlier term refuses them, and that term is named", async () => {
    expect(await on("v=spf1 -ip4:198.51.100.0/24 include:spf.mailhost.test ~all")).toMatchObject({
      state: "stale",
      advice: { code: "spf_partly_ours" },
    });
    expect(await on("v=spf1 ?include:spf.mailhost.test -all")).toMatchObject({
      state: "conflict",
      advice: { code: "spf_ours_refused", vars: { term: "?include:spf.mailhost.test", result: "neutral" } },
      fix: { value: "v=spf1 include:spf.mailhost.test -all" },
    });
  });
  test("they may not by a redirect that nobody follows, as all stands beside it", async () => {
    const found = await on("v=spf1 redirect=spf.mailhost.test ~all");
    expect(found).toMatchObject({ state: "conflict", fix: { value: "v=spf1 include:spf.mailhost.test ~all" } });
    expect((await on("v=spf1 redirect=spf.mailhost.test ~all", { "spf.mailhost.test": [] })).state).not.toBe("match");
  });
  test("upper case and a full name's dot make no difference", async () => {
    expect(await on("V=SPF1 INCLUDE:SPF.MailHost.TEST. -ALL")).toMatchObject({ state: "match", advice: null });
  });
  test("addresses that were copied by hand and miss one of ours are told", async () => {
    expect(await on("v=spf1 ip4:198.51.100.0/28 -all")).toMatchObject({
      state: "stale",
      advice: { code: "spf_partly_ours", vars: { missing: "2001:db8::, 2001:db8::ffff:ffff:ffff:ffff" } },
      fix: { value: "v=spf1 include:spf.mailhost.test ip4:198.51.100.0/28 -all" },
    });
  });
  test("one address out of a network of ours is not all of it", async () => {
    const { advice } = await on("v=spf1 ip4:198.51.100.0 ip6:2001:db8::/64 -all");
    expect(advice).toMatchObject({ code: "spf_partly_ours", vars: { missing: "198.51.100.15" } });
  });
  test("nothing is concluded while a server before us does not answer", async () => {
    expect((await on("v=spf1 include:a.test include:spf.mailhost.test -all", { "a.test": ["TXT !"] })).state).toBe(
      "unknown",
    );
  });
  test("our own list being out of reach is not held against the customer", async () => {
    expect(await on("v=spf1 include:spf.mailhost.test -all", { "spf.mailhost.test": [] })).toMatchObject({
      state: "match",
    });
  });
});

describe("the proposed line", () => {
  test("keeps every sender and the softest end, and every old record is to be deleted", async () => {
    const records = ["v=spf1 include:a.test -all", "v=spf1 ip4:192.0.2.1 INCLUDE:a.test ~all"];
    const { advice, fix } = await on(records, { "a.test": ["TXT v=spf1 mx:x.test -all"], "x.test": ["MX 10 x.test"] });
    expect(advice).toMatchObject({ code: "spf_several", vars: { count: "2", lookups: "3" } });
    expect(fix?.value).toBe("v=spf1 include:spf.mailhost.test include:a.test ip4:192.0.2.1 ~all");
    expect(fix?.remove.map(({ name, type, value }) => `${name} ${type} ${value}`)).toEqual(
      records.map((text) => `acme.test TXT ${text}`),
    );
  });
  test.each([
    ["v=spf1 ip4:192.0.2.1 -all", "v=spf1 include:spf.mailhost.test ip4:192.0.2.1 -all"],
    ["v=spf1 ip4:192.0.2.1 ?all", "v=spf1 include:spf.mailhost.test ip4:192.0.2.1 ?all"],
    ["v=spf1 ip4:192.0.2.1", "v=spf1 include:spf.mailhost.test ip4:192.0.2.1 ?all"],
    ["v=spf1 redirect=a.test", "v=spf1 include:spf.mailhost.test redirect=a.test"],
    ["v=spf1 -all exp=why.acme.test", "v=spf1 include:spf.mailhost.test -all exp=why.acme.test"],
    ["v=spf1 include:spf.mailhost.test. +all", "v=spf1 include:spf.mailhost.test ~all"],
  ])("%s becomes %s", async (record, merged) => {
    expect((await on(record, { "a.test": ["TXT v=spf1 ip4:192.0.2.9 -all"] })).fix?.value).toBe(merged);
  });
  test("a redirect beside another record goes on as an include, so that its senders stay", async () => {
    const { fix } = await on(["v=spf1 redirect=a.test", "v=spf1 ip4:192.0.2.1 -all"], {
      "a.test": ["TXT v=spf1 ip4:192.0.2.9 -all"],
    });
    expect(fix?.value).toBe("v=spf1 include:spf.mailhost.test ip4:192.0.2.1 include:a.test ?all");
  });
  test("leaves out what leads nowhere, since receivers give up on the whole record for it, and says so", async () => {
    const { advice, fix } = await on("v=spf1 include:gone.test ip4:192.0.2.1 -all");
    expect(advice).toMatchObject({ code: "spf_add_ours_dead", vars: { dropped: "include:gone.test" } });
    expect(fix?.value).toBe("v=spf1 include:spf.mailhost.test ip4:192.0.2.1 -all");
  });
  test.each([
    ["v=spf1 inclde:a.test -all", "v=spf1 include:spf.mailhost.test include:a.test -all"],
    ["v=spf1 include: a.test -all", "v=spf1 include:spf.mailhost.test include:a.test -all"],
    ["v=spf1 include=a.test, ip:192.0.2.1 -al", "v=spf1 include:spf.mailhost.test include:a.test ip4:192.0.2.1 -all"],
    ["v=spf1 192.0.2.1 ipv4:192.0.2.2 ~all;", "v=spf1 include:spf.mailhost.test ip4:192.0.2.1 ip4:192.0.2.2 ~all"],
  ])("mends typing mistakes: %s", async (record, merged) => {
    const { state, advice, fix } = await on(record, { "a.test": ["TXT v=spf1 ip4:192.0.2.9 -all"] });
    expect({ state, code: advice?.code }).toEqual({ state: "conflict", code: "spf_syntax" });
    expect(fix?.value).toBe(merged);
  });
  test("a record that works is proposed as it stands", async () => {
    const text = "v=spf1 include:spf.mailhost.test ip4:192.0.2.1 -all";
    expect((await on(text)).fix).toEqual({ value: text, remove: [] });
  });
});

test("a record that was full before us is told what to spare", async () => {
  const zone = Object.fromEntries(
    Array.from({ length: 10 }, (_, index) => [`s${index}.test`, ["TXT v=spf1 ip4:192.0.2.1 -all"]]),
  );
  const { state, advice } = await on(
    `v=spf1 ${Object.keys(zone)
      .map((name) => `include:${name}`)
      .join(" ")} -all`,
    zone,
  );
  expect({ state, code: advice?.code, lookups: advice?.vars.lookups }).toEqual({
    state: "stale",
    code: "spf_add_ours_full",
    lookups: "11",
  });
});

describe("what the record costs", () => {
  const nested: Published = {
    "big.test": ["TXT v=spf1 include:one.test include:two.test mx:one.test -all"],
    "one.test": ["TXT v=spf1 a:one.test a:h1.one.test a:h2.one.test -all", "A 192.0.2.1", "MX 10 one.test"],
    "h1.one.test": ["A 192.0.2.1"],
    "h2.one.test": ["A 192.0.2.1"],
    "two.test": ["TXT v=spf1 a:one.test a:h1.one.test a:h2.one.test -all"],
  };
  test("is shown as a tree, and the costly senders are named", async () => {
    const { advice } = await on("v=spf1 include:spf.mailhost.test include:big.test a:one.test -all", nested);
    expect(advice).toMatchObject({
      code: "spf_too_many",
      vars: { count: "12", costly: "include:big.test (10), include:spf.mailhost.test (1), a:one.test (1)" },
    });
    expect(advice?.vars.tree).toContain("10 include:big.test\n  4 include:one.test\n    1 a:one.test");
  });
  test("a name that leads nowhere is marked in it", async () => {
    const { advice } = await on("v=spf1 include:spf.mailhost.test include:gone.test -all");
    expect(advice).toMatchObject({ code: "spf_broken_include", vars: { name: "gone.test" } });
    expect(advice?.vars.tree).toContain("1 include:gone.test ✗");
  });
});
