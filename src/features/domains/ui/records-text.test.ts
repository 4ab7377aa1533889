import { expect, test } from "bun:test";
import type { DomainRecord } from "../schema";
import { recordsText, recordsZone } from "./records-text";

const record = (more: Partial<DomainRecord>): DomainRecord => ({
  ...{ id: "spf", purpose: "spf", level: "required", shortName: "@", name: "example.org", type: "TXT" },
  ...{ value: "v=spf1 include:new.example ~all", ttlSeconds: 3600, state: "missing", found: [], advice: null },
  ...{ fix: null, foundTtlSeconds: null, checkedAt: null },
  ...more,
});
const old = { name: "example.org", type: "TXT", value: "v=spf1 -all" };
const records = [
  record({ fix: { value: "v=spf1 include:old.example include:new.example ~all", remove: [old] } }),
  record({ id: "mx.1", purpose: "mx", type: "MX", value: "10 mx.example" }),
  record({ id: "dmarc", purpose: "dmarc", name: "_dmarc.example.org", state: "ignored" }),
];

test("what is copied is what is right to publish, without what is ignored", () => {
  expect(recordsText({ name: "example.org", records, isMailLater: true })).toBe(
    "example.org\tTXT\t3600\tv=spf1 include:old.example include:new.example ~all\nexample.org\tMX\t3600\t10 mx.example",
  );
});

test("an import moves the mail only when it is meant to move now, and names what is to be deleted", () => {
  const mxLine = (isMailLater: boolean) =>
    recordsZone({ name: "example.org", records, isMailLater })
      .split("\n")
      .find((line) => line.includes("MX"));
  expect(mxLine(true)).toStartWith("; ");
  expect(mxLine(false)).toStartWith("example.org.");
  expect(recordsZone({ name: "example.org", records, isMailLater: true })).toContain(
    "; delete: example.org. TXT v=spf1 -all",
  );
});
