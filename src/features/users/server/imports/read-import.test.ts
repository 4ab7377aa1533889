import { expect, test } from "bun:test";
import { failureOf } from "~/server/trpc";
import { guessEncoding } from "./decode-file";
import { readImport } from "./read-import";

const text = "Adresse;Name\r\nana@acme.test;Ana Müller-Žižek\r\njosé@acme.test;José\r\n";
const western = "Adresse;Name\r\njose@acme.test;José Müller\r\n";
const utf16 = (value: string, isBig: boolean) => {
  const bytes = Buffer.from(value, "utf16le");
  return isBig ? bytes.swap16() : bytes;
};
const latin1 = (value: string) => Buffer.from(value, "latin1");

test.each([
  ["UTF-8", Buffer.from(text), "utf-8"],
  ["UTF-8 with its mark", Buffer.from(`\ufeff${text}`), "utf-8"],
  ["ASCII", Buffer.from("address\nana@acme.test\n"), "utf-8"],
  ["UTF-16 as Windows writes it", utf16(`\ufeff${text}`, false), "utf-16le"],
  ["UTF-16 the other way round", utf16(`\ufeff${text}`, true), "utf-16be"],
  ["UTF-16 without its mark", utf16(text, false), "utf-16le"],
  ["UTF-16 the other way round without its mark", utf16(text, true), "utf-16be"],
  ["Latin-1", latin1(western), "windows-1252"],
])("a file in %s is recognised and read", (_, bytes, encoding) => {
  const file = readImport(bytes, {});
  expect([file.encoding, file.separator, file.head, file.mapping]).toEqual([
    ...[encoding, file.head.length > 1 ? ";" : ",", file.head],
    file.head.length > 1 ? ["address", "displayName"] : ["address"],
  ] as never);
  if (file.head.length > 1) expect(file.rows.map(({ cells }) => cells[1]).join()).toContain("José");
});

test("a euro sign and curly quotes of Windows are read, and another guess can be wished for", () => {
  const bytes = Buffer.from([0x61, 0x40, 0x62, 0x2e, 0x63, 0x2c, 0x80, 0x93]);
  expect(readImport(bytes, {}).rows[0]?.cells[1]).toBe("€“");
  expect(readImport(Buffer.from([0x61, 0x40, 0x62, 0x2c, 0xb9]), { encoding: "iso-8859-2" }).rows[0]?.cells[1]).toBe(
    "š",
  );
});

test("the begin of a file may end within a letter", () => {
  const bytes = Buffer.from("address,name\na@b.test,Jé");
  expect(guessEncoding(bytes.subarray(0, -1), true)).toBe("utf-8");
  expect(guessEncoding(bytes.subarray(0, -1))).toBe("windows-1252");
});

test.each([
  ["address,name\na@b.test,Ana\n", ","],
  ["address;name\na@b.test;Ruiz, Ana\n", ";"],
  ["address\tname\na@b.test\tAna; of Rome\n", "\t"],
  ["address|name\na@b.test|Ana\n", "|"],
  ["sep=;\naddress;name\na@b.test;Ana\n", ";"],
])("%j is read by what stands between its cells", (file, separator) => {
  const read = readImport(Buffer.from(file), {});
  expect([read.separator, read.mapping, read.rows[0]?.cells[0]]).toEqual([
    separator as never,
    ["address", "displayName"],
    "a@b.test",
  ]);
});

test("lines are counted as in an editor, whatever blank lines and quoted line breaks are between them", () => {
  const { rows } = readImport(
    Buffer.from('address,name\r\n\r\na@b.test,"Ana\r\nRuiz"\r\n,\r\nb@b.test,"Bo ""B"""\n'),
    {},
  );
  expect(rows).toEqual([
    { line: 3, cells: ["a@b.test", "Ana\nRuiz"] },
    { line: 6, cells: ["b@b.test", 'Bo "B"'] },
  ]);
});

const mappingOf = (head: string) => readImport(Buffer.from(`${head}\nx\n`), { separator: "," }).mapping;
test.each([
  [
    "First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Recovery Email,Status [READ ONLY]",
    ["firstName", "lastName", "address", null, "recoveryEmail", "state"],
  ],
  [
    "User principal name,Display name,First name,Last name,Block credential,Proxy addresses,Alternate email addresses",
    ["address", "displayName", "firstName", "lastName", "suspended", "aliases", "recoveryEmail"],
  ],
  ["email,password,quota", ["address", null, "quota"]],
  ["login,diskquota,suspended_login", ["address", "quotaMb", "suspended"]],
  [
    "E-Mail-Adresse,Vorname,Nachname,Speicherplatz (GB),Aliasse,Gesperrt",
    ["address", "firstName", "lastName", "quotaGb", "aliases", "suspended"],
  ],
  [
    "address,name,state,quota_bytes,used_bytes,created_at,id",
    ["address", "displayName", "state", "quota", null, null, null],
  ],
])("columns of the export %s are recognised", (head, mapping) => {
  expect(mappingOf(head)).toEqual(mapping as never);
});

test("a file without a head is told by what stands in it", () => {
  const { hasHead, mapping, rows } = readImport(Buffer.from("Ana Ruiz,ana@acme.test,7\nBo Lind,bo@acme.test,8\n"), {});
  expect([hasHead, mapping, rows.length]).toEqual([false, ["displayName", "address", null], 2]);
});

test("a quote that is never closed is refused with its line, and so is a file that is one endless line", () => {
  const refusal = (file: string) => {
    try {
      return readImport(Buffer.from(file), {}).rows.length;
    } catch (error) {
      return failureOf(error)?.key;
    }
  };
  expect(refusal('address,name\na@b.test,"Ana\nb@b.test,Bo\n')).toBe("import.unreadable");
  expect(refusal(`address,name\na@b.test,${"x".repeat(30_000)}\n`)).toBe("import.unreadable");
  expect(refusal(`address${",".repeat(200)}\n${"x,".repeat(200)}\n`)).toBe("import.unreadable");
});

test("a file of five million octets costs no more than its first ten thousand lines", () => {
  const begun = process.cpuUsage();
  for (const line of ["a\n", "a,b,c\n", '"a",\n', "\n", ",\n", "\t;|,\n"]) {
    const file = Buffer.from(line.repeat(Math.floor(5_000_000 / line.length)));
    try {
      expect(readImport(file, {}).rows.length).toBeLessThanOrEqual(10_002);
    } catch (error) {
      expect(["import.empty", "import.unreadable"]).toContain(failureOf(error)?.key ?? "unexpected");
    }
  }
  expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(8);
});
