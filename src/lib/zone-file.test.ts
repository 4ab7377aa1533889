import { expect, test } from "bun:test";
import fc from "fast-check";
import { txtStrings, zoneFile } from "./zone-file";

const entry = { name: "example.org", ttlSeconds: 3600 } as const;

test("names and hosts end with a dot, so that no provider appends the domain to them", () => {
  const text = zoneFile([
    { ...entry, type: "MX", value: "10 mx1.host.example" },
    { ...entry, name: "autoconfig.example.org", type: "CNAME", value: "mail.host.example" },
    { ...entry, name: "_imaps._tcp.example.org", type: "SRV", value: "0 1 993 mail.host.example." },
    { ...entry, name: "_imap._tcp.example.org", type: "SRV", value: "0 0 0 ." },
  ]);
  expect(text).toBe(
    [
      "example.org.\t3600\tIN\tMX\t10 mx1.host.example.",
      "autoconfig.example.org.\t3600\tIN\tCNAME\tmail.host.example.",
      "_imaps._tcp.example.org.\t3600\tIN\tSRV\t0 1 993 mail.host.example.",
      "_imap._tcp.example.org.\t3600\tIN\tSRV\t0 0 0 .",
      "",
    ].join("\n"),
  );
});

test("quotation marks, backslashes and semicolons of a TXT value do not end it", () => {
  expect(txtStrings(String.raw`v=DMARC1; p="none\"`)).toBe(String.raw`"v=DMARC1; p=\"none\\\""`);
  expect(txtStrings("ü\n")).toBe(String.raw`"\195\188\010"`);
  expect(txtStrings("")).toBe('""');
});

test("a line break in a value or a comment starts no record of its own", () => {
  const text = zoneFile(
    [{ ...entry, type: "TXT", value: "a\nevil.example. 60 IN A 192.0.2.1" }],
    ["for ä\r\nevil.example. 60 IN A 192.0.2.1"],
  );
  expect(text.trimEnd().split("\n").length).toBe(2);
  expect(text).not.toContain("\r");
});

test("what is only for later is a comment", () => {
  expect(zoneFile([{ ...entry, type: "MX", value: "10 mx.example", isComment: true }])).toStartWith("; example.org.");
});

/** What a name server reads out of the quoted strings. */
function readStrings(text: string): Uint8Array[] {
  const strings: number[][] = [];
  for (const [, body = ""] of text.matchAll(/"((?:[^"\\]|\\.)*)"/g))
    strings.push(
      [...body.matchAll(/\\(\d{3})|\\(.)|([\s\S])/g)].map(([, code, sign, plain]) =>
        code ? Number(code) : (sign ?? plain ?? "").charCodeAt(0),
      ),
    );
  return strings.map((bytes) => Uint8Array.from(bytes));
}

test("whatever the value, its strings are at most 255 bytes long and join to the value again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 900 }), (value) => {
      if (!value.isWellFormed()) return;
      const strings = readStrings(txtStrings(value));
      expect(strings.every(({ length }) => length <= 255)).toBe(true);
      expect(Buffer.concat(strings).toString("utf8")).toBe(value);
    }),
  );
});
