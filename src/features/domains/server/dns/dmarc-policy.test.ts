import { describe, expect, test } from "bun:test";
import { dmarc as verifyDmarc } from "mailauth";
// @ts-expect-error the library declares no types for this file
import getDmarcRecord from "mailauth/lib/dmarc/get-dmarc-record";
import { getDomain } from "tldts";
import { corpusRows } from "~/lib/testing-corpora";
import { findDmarcPolicy, walkNames } from "./dmarc-policy";
import { readDmarcTags } from "./dmarc-record";
import { askPublished, type Published } from "./testing-answers";

type Expectation = { path: string; op: string; args?: unknown[] };
type Row = {
  id: string;
  fn: "verifyDmarc" | "getDmarcRecord";
  zone: Record<string, Record<string, unknown[]>>;
  input: { domain?: string; headerFrom: string | string[] };
  expect: Expectation[];
};

const textOf = (value: unknown) => {
  if (Array.isArray(value)) return value.join("");
  return typeof value === "string" ? value : JSON.stringify(value);
};
const publish = (zone: Row["zone"]): Published =>
  Object.fromEntries(
    Object.entries(zone).map(([name, types]) => [
      name,
      Object.entries(types).flatMap(([type, values]) => values.map((value) => `${type} ${textOf(value)}`)),
    ]),
  );

/** Our answers in the form that the library asks for, which is that of `node:dns`. */
function libraryResolver(published: Published, calls: [string, string][]) {
  const ask = askPublished(published);
  return async (name: string, type: string): Promise<string[] | string[][]> => {
    calls.push([name, type]);
    const answer = ask(name, type as "TXT");
    if (answer.status === "found") return type === "TXT" ? answer.records.map((text) => [text]) : answer.records;
    throw Object.assign(new Error(name), { code: answer.reason });
  };
}

const at = (value: unknown, path: string) =>
  path
    .split(".")
    .reduce<unknown>((found, key) => (key ? (found as Record<string, unknown> | undefined)?.[key] : found), value);

function check(value: unknown, { op, args = [] }: Expectation): void {
  const checks: Record<string, () => void> = {
    "to.equal": () => expect(value).toBe(args[0]),
    "to.deep.equal": () => expect(value).toEqual(args[0]),
    "to.be.true": () => expect(value).toBe(true),
    "to.be.false": () => expect(value).toBe(false),
    "to.not.be.ok": () => expect(value).toBeFalsy(),
    "to.be.a": () => expect(typeof value).toBe(args[0] as "string"),
    "to.be.an": () => expect(typeof value).toBe(args[0] as "object"),
    "to.include": () => expect(String(value)).toContain(String(args[0])),
  };
  const run = checks[op];
  if (!run) throw new Error(`unknown expectation ${op}`);
  run();
}

/**
 * The rows were written for an earlier version of the library: it named the organisation of an aligned sender where today's names the
 * sender itself, and it handed on `pct`.
 */
function inTheRowsWords(result: unknown, ask: ReturnType<typeof askPublished>): unknown {
  if (!result || typeof result !== "object") return result;
  const { alignment, rr } = result as { alignment?: Record<string, { result?: string }>; rr?: string };
  const share = readDmarcTags(rr ?? "")?.get("pct");
  const organisationOf = (domain: string) => {
    const found = findDmarcPolicy(domain, ask);
    return found.status === "found" ? found.policy.at : domain;
  };
  const aligned = Object.entries(alignment ?? {}).map(([kind, one]) => [
    kind,
    { ...one, result: one.result && organisationOf(one.result) },
  ]);
  return { ...result, alignment: Object.fromEntries(aligned), ...(share ? { pct: Number(share) } : {}) };
}

const rows = corpusRows<Row>("dns/dmarc-rfc9989.jsonl");

describe("the library that judges arriving mail, asked through our answers", () => {
  test.each(rows.map((row) => [row.id, row] as const))("%s", async (_, row) => {
    const calls: [string, string][] = [];
    const resolver = libraryResolver(publish(row.zone), calls);
    const result: unknown =
      row.fn === "verifyDmarc"
        ? await verifyDmarc({ ...row.input, resolver })
        : await getDmarcRecord(row.input.domain, resolver);
    const asked = calls.flatMap(([name, type]) => (type === "TXT" ? [name] : []));
    const said = inTheRowsWords(result, askPublished(publish(row.zone)));
    for (const expected of row.expect)
      check(expected.path.startsWith("calls.") ? asked : at(said, expected.path), expected);
  });
});

const domainOf = ({ input }: Row) => [input.domain ?? input.headerFrom].flat().join("").split("@").at(-1) ?? "";
const expected = (row: Row, path: string) =>
  row.expect.find((one) => one.path === path && one.op === "to.equal")?.args?.[0];

describe("our own discovery finds what the same rows say", () => {
  const policies = rows.filter((row) => expected(row, "policy") !== undefined);
  test.each(policies.map((row) => [row.id, row] as const))("%s: the policy", (_, row) => {
    const found = findDmarcPolicy(domainOf(row), askPublished(publish(row.zone)));
    expect(found.status === "found" ? found.policy.action : found.status).toBe(expected(row, "policy") as "none");
  });
  const records = rows.filter((row) => row.fn === "getDmarcRecord");
  test.each(records.map((row) => [row.id, row] as const))("%s: the record", (_, row) => {
    const found = findDmarcPolicy(domainOf(row), askPublished(publish(row.zone)));
    const isNone = row.expect.some(({ path, op }) => path === "" && op === "to.be.false");
    expect(found.status).toBe(isNone ? "none" : "found");
    if (found.status !== "found") return;
    if (expected(row, "p")) expect(found.policy.record.action).toBe(expected(row, "p") as "none");
    const inherited = row.expect.find(({ path }) => path === "isOrgRecord");
    if (inherited) expect(found.policy.isInherited).toBe(inherited.op === "to.be.true");
  });
  test("asks at most eight names, in the order of the RFC", () => {
    expect(walkNames("a.b.c.d.e.f.g.h.i.j.k.example.com")).toEqual([
      "a.b.c.d.e.f.g.h.i.j.k.example.com",
      ...["g.h.i.j.k.example.com", "h.i.j.k.example.com", "i.j.k.example.com", "j.k.example.com"],
      ...["k.example.com", "example.com", "com"],
    ]);
  });
});

describe("where one owner's names end", () => {
  type Suffix = { id: string; domain: string | null; registrable: string | null };
  test.each(corpusRows<Suffix>("dns/psl.jsonl").map((row) => [row.id, row] as const))(
    "%s",
    (_, { domain, registrable }) => {
      expect(getDomain(domain ?? "", { allowPrivateDomains: true })).toBe(registrable);
    },
  );
});
