import { expect, test } from "bun:test";
import { bodyLists } from "./body-lists";
import { decodeText } from "./charset";
import { leavesOf, parseStructure, type MimePart } from "./parse-structure";
import { decodeBase64, decodeQuotedPrintable } from "./transfer-encoding";

const parse = (...lines: string[]) => parseStructure(Buffer.from(lines.join("\r\n"), "latin1")).root;
const shape = (part: MimePart): unknown => (part.subParts ? [part.type, ...part.subParts.map(shape)] : part.type);
const types = (parts: MimePart[]) => parts.map(({ type }) => type);

test("text, HTML with its pictures, and files are told apart as RFC 8621 does", () => {
  const leaf = (type: string, more = "") => `Content-Type: ${type}\r\n${more}\r\nx`;
  const root = parse(
    "Content-Type: multipart/mixed; boundary=m",
    "",
    "--m",
    "Content-Type: multipart/alternative; boundary=a",
    "",
    "--a",
    leaf("text/plain"),
    "--a",
    "Content-Type: multipart/related; boundary=r",
    "",
    "--r",
    leaf("text/html"),
    "--r",
    leaf("image/png", "Content-Disposition: inline\r\n"),
    "--r--",
    "--a--",
    "--m",
    leaf("image/jpeg"),
    "--m",
    leaf("application/pdf"),
    "--m",
    leaf("text/plain"),
    "--m--",
  );
  const { textBody, htmlBody, attachments } = bodyLists(root);
  expect(types(textBody)).toEqual(["text/plain", "image/jpeg", "text/plain"]);
  expect(types(htmlBody)).toEqual(["text/html", "image/jpeg", "text/plain"]);
  expect(types(attachments)).toEqual(["image/png", "application/pdf"]);
  expect(leavesOf(root).map(({ partId }) => partId)).toEqual(["1", "2", "3", "4", "5", "6"]);
});

test("a boundary counts only as a whole line, and one that never ends reaches to the end", () => {
  const root = parse(
    "Content-Type: multipart/mixed; boundary=b",
    "",
    "pre",
    "--bb",
    "--b ",
    "",
    "one --b",
    "--b2",
    "--b",
    "",
    "two",
  );
  expect(shape(root)).toEqual(["multipart/mixed", "text/plain", "text/plain"]);
  expect(root.subParts?.map(({ size }) => size)).toEqual(["one --b\r\n--b2".length, 3]);
  expect(shape(parse("Content-Type: multipart/mixed; boundary=b", "", "no parts"))).toBe("text/plain");
  expect(shape(parse("Content-Type: multipart/mixed", "", "no boundary"))).toBe("text/plain");
});

test("a tree of ten thousand levels or parts is cut, and takes no time", () => {
  const start = performance.now();
  const deep = Array.from(
    { length: 10_000 },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}`,
  );
  const wide = `Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\n\r\nx\r\n".repeat(10_000)}`;
  let depth = 0;
  for (let part: MimePart | undefined = parse(...deep); part; part = part.subParts?.[0]) depth++;
  expect(depth).toBe(101);
  expect(leavesOf(parse(wide)).length).toBeLessThanOrEqual(5001);
  expect(performance.now() - start).toBeLessThan(2000);
});

test("what encoders got wrong is still read", () => {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
  expect(text(decodeBase64(Buffer.from("SGVs\r\nbG8=!!IHRoZXJl")))).toBe("Hello there");
  expect(text(decodeBase64(Buffer.from("SGVsb")))).toBe("Hel");
  expect(text(decodeQuotedPrintable(Buffer.from("a=3Db=\r\nc =ZZ=4  \r\nend=")))).toBe("a=bc =ZZ=4\r\nend");
  expect(decodeText(Buffer.from("Gr\xfc\xdfe", "latin1"), "us-ascii")).toEqual({ text: "Grüße", problem: true });
  expect(decodeText(Buffer.from([0xc5, 0xd7]), "ks_c_5601-1987")).toEqual({ text: "테", problem: false });
  expect(decodeText(Buffer.from("a"), "klingon")).toEqual({ text: "a", problem: true });
});
