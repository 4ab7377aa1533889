import { expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What goes wrong with the DNS of mail domains in the wild, and has to be told to people as what it is. */
const cases = [
  "NXDOMAIN vs NODATA",
  "SERVFAIL, timeout, REFUSED",
  "negative caching",
  "resolver disagreement",
  "TTL and propagation",
  "doubled zone name",
  "trailing dot, missing dot",
  "quotes, escapes",
  "priority in the value",
  "split TXT",
  "multiple SPF",
  "SPF over 10, void",
  "SPF via redirect=, macros, nested include",
  "SPF in CNAME apex flattening",
  "proxied CNAME",
  "A, AAAA instead of CNAME",
  "several MX",
  "MX to CNAME, IP, parked host",
  "null MX on a mail domain",
  "wildcards",
  "stale helpers",
  "DMARC on parent only",
  "external rua",
  "CAA blocks ACME",
  "DNSSEC signed zone, API change",
  "IDN",
  "public suffix, reserved",
  "sub-domain as mail domain",
  "provider domain, freemail",
  "same domain, two tenants",
  "domain sold, expired",
  "removal",
  "token leak, replay",
  "TOCTOU",
  "check abuse",
  "SSRF",
  "large answers",
  "case and encoding",
];

test("each of the known edge cases has tests under its name", () => {
  const files = readdirSync(import.meta.dir).filter((file) => file.endsWith(".test.ts") && file !== "table.test.ts");
  const told = files.flatMap((file) => [
    ...readFileSync(join(import.meta.dir, file), "utf8").matchAll(/describe\("edge case (\d+): ([^"]+)"/g),
  ]);
  const byNumber = told
    .map(([, number, name]) => `${number} ${name}`)
    .toSorted((a, b) => Number.parseInt(a) - Number.parseInt(b));
  expect(byNumber).toEqual(cases.map((name, at) => `${at + 1} ${name}`));
});
