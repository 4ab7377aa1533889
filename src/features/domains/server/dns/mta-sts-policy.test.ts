import { describe, expect, test } from "bun:test";
import { corpusRows } from "~/lib/testing-corpora";
import {
  allowsHost,
  mtaStsIdOf,
  ourMtaStsPolicy,
  parseMtaStsPolicy,
  readMtaStsAnswer,
  writeMtaStsPolicy,
} from "./mta-sts-policy";

type Row = {
  id: string;
  contentType: string;
  http: number;
  body: string;
  expect: { valid: boolean; mode?: string; mx?: string[]; matches?: Record<string, boolean> };
};

describe("policies of others", () => {
  test.each(corpusRows<Row>("dns/mta-sts-policies.jsonl").map((row) => [row.id, row] as const))("%s", (_, row) => {
    const policy = readMtaStsAnswer({ status: row.http, contentType: row.contentType, body: row.body });
    expect(policy !== undefined).toBe(row.expect.valid);
    if (row.expect.mode) expect(policy?.mode).toBe(row.expect.mode as "none");
    if (row.expect.mx) expect(policy?.mx).toEqual(row.expect.mx);
    for (const [host, allowed] of Object.entries(row.expect.matches ?? {}))
      expect([host, policy && allowsHost(policy, host)]).toEqual([host, allowed]);
  });
  test.each([
    ["a web page in its place", "text/html", "version: STSv1\nmode: none\nmax_age: 1\n"],
    ["an unknown mode", "text/plain", "version: STSv1\nmode: strict\nmx: a.test\nmax_age: 1\n"],
    ["an unknown version", "text/plain", "version: STSv2\nmode: none\nmax_age: 1\n"],
    ["no age", "text/plain", "version: STSv1\nmode: none\n"],
    ["a line that is no field", "text/plain", "version: STSv1\nmode: none\nmax_age: 1\n<html>\n"],
    ["a star in the middle", "text/plain", "version: STSv1\nmode: testing\nmx: a.*.test\nmax_age: 1\n"],
    ["a file of megabytes", "text/plain", `version: STSv1\nmode: none\nmax_age: 1\n${"x: y\n".repeat(20_000)}`],
  ])("%s counts for nothing", (_, contentType, body) => {
    expect(readMtaStsAnswer({ status: 200, contentType, body })).toBeUndefined();
  });
  test("the first of two modes counts, and both hosts do", () => {
    const body = "version: STSv1\r\nmode: testing\r\nmode: enforce\r\nmx: a.test\r\nmx: b.test\r\nmax_age: 60\r\n";
    expect(parseMtaStsPolicy(body)).toEqual({ mode: "testing", mx: ["a.test", "b.test"], maxAgeSeconds: 60 });
  });
});

describe("ours", () => {
  test("is read as it was written, in every mode", () => {
    for (const mode of ["none", "testing", "enforce"] as const) {
      const policy = ourMtaStsPolicy(["mx1.host.test", "mx2.host.test"], mode);
      expect(parseMtaStsPolicy(writeMtaStsPolicy(policy))).toEqual(policy);
    }
  });
  test("has an id that changes with the policy and with nothing else", () => {
    const ids = [
      ourMtaStsPolicy(["a.test"], "testing"),
      ourMtaStsPolicy(["a.test"], "enforce"),
      ourMtaStsPolicy(["b.test"], "testing"),
    ].map(mtaStsIdOf);
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toMatch(/^[A-Za-z0-9]{1,32}$/);
    expect(mtaStsIdOf(ourMtaStsPolicy(["a.test"], "testing"))).toBe(ids[0] as string);
  });
});
