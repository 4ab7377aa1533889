import { describe, expect, test } from "bun:test";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { corpusRows } from "~/lib/testing-corpora";
import { type DnsAnswer, normaliseName, type RecordType } from "./dns-answer";
import { checkHost, type SpfHabits } from "./spf-check-host";
import { reverseName } from "./spf-validated-names";

type Types = Map<RecordType, string[]>;
const absent = (reason: "ENOTFOUND" | "ENODATA"): DnsAnswer => ({
  status: "absent",
  reason,
  aliases: [],
  authenticated: false,
});
const silent: DnsAnswer = { status: "unknown", reason: "ETIMEOUT" };

/** Answers from names and their records; `deaf` names answer nothing that they do not have. */
function zoneAsk(zone: Map<string, Types>, deaf: (name: string) => boolean) {
  return function ask(name: string, type: RecordType, hops = 0): DnsAnswer {
    const key = normaliseName(name);
    const types = zone.get(key);
    const records = types?.get(type);
    if (records) return { status: "found", records, ttlSeconds: 60, aliases: [], authenticated: false };
    const alias = types?.get("CNAME")?.[0];
    if (alias && hops < 10) return ask(alias, type, hops + 1);
    if (deaf(key)) return silent;
    return absent(types ? "ENODATA" : "ENOTFOUND");
  };
}

function put(zone: Map<string, Types>, name: string, type: RecordType, value: string): void {
  const types = zone.get(normaliseName(name)) ?? new Map<RecordType, string[]>();
  types.set(type, [...(types.get(type) ?? []), value]);
  zone.set(normaliseName(name), types);
}

type SuiteRow = {
  id: string;
  ip: string;
  helo: string;
  mailfrom: string;
  accept: string[];
  explanation: string | null;
  zonedata: Record<string, ("TIMEOUT" | Record<string, string | string[] | [number, string]>)[]>;
};

/** A record of type SPF stands for TXT too, unless its name has TXT records of its own. */
function suiteAsk(zonedata: SuiteRow["zonedata"]) {
  const zone = new Map<string, Types>();
  const deaf = new Set<string>();
  for (const [name, entries] of Object.entries(zonedata)) {
    zone.set(normaliseName(name), new Map());
    const hasText = entries.some((entry) => typeof entry !== "string" && "TXT" in entry);
    for (const entry of entries) {
      if (entry === "TIMEOUT") deaf.add(normaliseName(name));
      else
        for (const [type, value] of Object.entries(entry)) {
          const isText = type === "TXT" || (type === "SPF" && !hasText);
          if (isText && value !== "NONE") put(zone, name, "TXT", [value].flat().join(""));
          else if (type === "MX") put(zone, name, "MX", `${value[0]} ${normaliseName(String(value[1])) || "."}`);
          else if (!["TXT", "SPF"].includes(type)) put(zone, name, type as RecordType, normaliseName(String(value)));
        }
    }
  }
  return zoneAsk(zone, (name) => deaf.has(name));
}

describe("the RFC 7208 suite", () => {
  test.each(corpusRows<SuiteRow>("dns/spf-rfc7208.jsonl").map((row) => [row.id, row] as const))("%s", (_, row) => {
    const ask = suiteAsk(row.zonedata);
    const judgement = checkHost({ ip: row.ip, sender: row.mailfrom, helo: row.helo, ask });
    expect(row.accept).toContain(judgement.result);
    if (row.explanation === "DEFAULT") expect(judgement.explanation).toBeUndefined();
    else if (row.explanation) expect(judgement.explanation).toBe(row.explanation);
  });
});

type Short = { domain?: string; sender?: string; ip?: string; expect?: string; spf?: string; name?: string };
type ShortRow = { id: string; records: [string, string][] | ""; test: Short };

function shortAsk(records: [string, string][]) {
  const zone = new Map<string, Types>();
  for (const [kind, text] of records) {
    const [name = "", ...words] = text.split(" ");
    const value = words.join(" ");
    const values = value.split(",").map((part) => part.trim());
    if (kind === "spf" || kind === "exp") put(zone, name, "TXT", value);
    else if (kind === "ptr")
      for (const host of values) put(zone, reverseName(ipaddr.parse(name)), "PTR", normaliseName(host));
    else if (kind !== "mx") for (const address of values) put(zone, name, kind.toUpperCase() as RecordType, address);
    else
      for (const [index, address] of values.entries()) {
        put(zone, name, "MX", `${index} mx${index}.hosts.${name}`);
        put(zone, `mx${index}.hosts.${name}`, isIP(address) === 6 ? "AAAA" : "A", address);
      }
  }
  return zoneAsk(zone, (name) => name.startsWith("_dns_error."));
}

/** The receiver that these rows were written for counts no empty look-ups, takes either address for `exists`, and stops reading at `all`. */
const habits: SpfHabits = { maxVoids: Number.POSITIVE_INFINITY, existsByEitherAddress: true, readsToAllOnly: true };

describe("more senders and zones", () => {
  let sender: Short = {};
  const rows = corpusRows<ShortRow>("dns/spf-extra.jsonl").map((row) => {
    if (!row.test.expect) sender = row.test;
    return [row.id, row.records || [], row.test.name ? { ...sender, ...row.test } : row.test] as const;
  });
  test.each(rows)("%s", (_, records, row) => {
    const { domain = "", ip = "", spf, expect: expected = "neutral" } = row;
    const ask = shortAsk(spf ? [...records, ["spf", spf]] : [...records]);
    const judgement = checkHost({ ip: ip || "192.0.2.1", sender: row.sender ?? "", helo: domain, ask, habits });
    const [result = "", ...explanation] = expected.split(" ");
    expect(judgement.result).toBe(row.expect ? (result as typeof judgement.result) : "none");
    if (explanation.length > 0) expect(judgement.explanation).toBe(explanation.join(" "));
  });
});

describe("where receivers differ", () => {
  const judge = (spf: string, habit: SpfHabits = {}) => {
    const ask = shortAsk([
      ["spf", `acme.test ${spf}`],
      ["aaaa", "six.acme.test 2001:db8::1"],
    ]);
    return checkHost({ ip: "192.0.2.1", sender: "ada@acme.test", helo: "acme.test", ask, habits: habit }).result;
  };
  test("a strict one sees the mistake behind all, another does not", () => {
    expect(judge("v=spf1 -all ip:192.0.2.1")).toBe("permerror");
    expect(judge("v=spf1 -all ip:192.0.2.1", { readsToAllOnly: true })).toBe("fail");
  });
  test("a strict one gives up after two names that lead nowhere, another goes on", () => {
    expect(judge("v=spf1 a:x.test a:y.test a:z.test ~all")).toBe("permerror");
    expect(judge("v=spf1 a:x.test a:y.test a:z.test ~all", { maxVoids: 3 })).toBe("softfail");
  });
  test("a strict one takes only IPv4 addresses for an answer to exists, another takes both", () => {
    expect(judge("v=spf1 exists:six.acme.test -all")).toBe("fail");
    expect(judge("v=spf1 exists:six.acme.test -all", { existsByEitherAddress: true })).toBe("pass");
  });
});
