import { expect, test } from "bun:test";
import { corpusRows } from "~/lib/testing-corpora";
import { attachmentName } from "./attachment-name";

type FileName = { name: string; mustNot: string[] };

/** What the corpus says that a name must not have. */
const faults: Record<string, (name: string) => boolean> = {
  slash: (name) => name.includes("/"),
  backslash: (name) => name.includes("\\"),
  colon: (name) => name.includes(":"),
  crlf: (name) => /[\r\n]/.test(name),
  bidi: (name) => /\p{Bidi_Control}/u.test(name),
  empty: (name) => name === "",
  dot: (name) => /^\.|\.$/.test(name),
  "win-reserved": (name) => /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name),
  "quote-breakout": (name) => /["\\]/.test(name),
  "over-255-bytes": (name) => Buffer.byteLength(name) > 255,
  "edge-space": (name) => name !== name.trim(),
  "leading-dash": (name) => name.startsWith("-"),
  "zero-width": (name) => /\p{Cf}/u.test(name),
};

test("V5.3.2 no name of an attachment can leave its folder, deceive, or be refused by a file system", () => {
  const rows = corpusRows<FileName>("web/filenames.jsonl");
  expect(rows.flatMap(({ mustNot }) => mustNot).filter((fault) => !faults[fault])).toEqual([]);
  for (const { name } of [...rows, ...rows.map((row) => ({ name: `${"界".repeat(90)}${row.name}.pdf` }))])
    for (const [fault, has] of Object.entries(faults))
      expect([name, fault, has(attachmentName(name))]).toEqual([name, fault, false]);
});

test("a file name cannot leave its folder, hide itself or its end, or break out of a header", () => {
  const hostile = [
    ...["..\\..\\x", "../x", ".htaccess", "...", "-", "a\u2028b", "a\0.png", "aux.tar.gz", "LPT1", "x. . ."],
    ...["gpj.\u202Eexe", "\ud800", 'a"b', "a|b"],
  ];
  for (const name of hostile)
    expect(attachmentName(name)).not.toMatch(/[\p{Cc}\p{Cf}\u2028/\\:"|]|^[.-]|^$|[. ]$|^(?:aux|LPT1)/u);
});

test("a long name keeps its ending, and is cut between two characters", () => {
  expect(attachmentName(`${"x".repeat(300)}.pdf`)).toBe(`${"x".repeat(236)}.pdf`);
  expect(attachmentName(`${"😀".repeat(300)}.pdf`)).toBe(`${"😀".repeat(59)}.pdf`);
  for (const name of ["x".repeat(199) + "😀.pdf", "😀".repeat(300), "\ud800"])
    expect(() => encodeURIComponent(attachmentName(name))).not.toThrow();
});

test("an ordinary name stays as it is", () => {
  for (const name of ["Bericht März 2026.pdf", "写真 (1).jpg", "it's 100% ready.txt", "x.PNG.exe", "console.log"])
    expect(attachmentName(name)).toBe(name);
  expect(attachmentName("")).toBe("attachment");
});
