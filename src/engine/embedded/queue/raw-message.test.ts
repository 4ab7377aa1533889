import { expect, test } from "bun:test";
import fc from "fast-check";
import { fieldValues, headerBlock, withCrLf, withFields, withoutFields } from "./raw-message";

const bytes = (text: string) => Buffer.from(text, "latin1");
const text = (raw: Uint8Array) => Buffer.from(raw).toString("latin1");

const message =
  "Received: from a\r\n\tby b;\r\n now\r\nBcc: x@y.test,\r\n\tz@y.test\r\nSubject: h\xe9llo\r\nbcc : again\r\n\r\nBcc: in the body\r\n";

test("a whole field goes, folded lines and any spelling included, and nothing else changes", () => {
  const kept = withoutFields(bytes(message), (name) => name === "bcc");
  expect(text(kept)).toBe("Received: from a\r\n\tby b;\r\n now\r\nSubject: h\xe9llo\r\n\r\nBcc: in the body\r\n");
  expect(withoutFields(bytes(message), (name) => name === "x-none")).toEqual(bytes(message));
});

test("values are unfolded, in the order of the message, and the body has none", () => {
  expect(fieldValues(bytes(message), "RECEIVED")).toEqual(["from a\tby b; now"]);
  expect(fieldValues(bytes(message), "bcc")).toEqual(["x@y.test,\tz@y.test", "again"]);
  expect(fieldValues(bytes("\r\nSubject: no\r\n"), "subject")).toEqual([]);
  expect(headerBlock(bytes("Subject: only"))).toBe("Subject: only\r\n");
});

test("every line end becomes CRLF, whatever it was", () => {
  expect(text(withCrLf(bytes("a\nb\r\nc\rd\n\ne")))).toBe("a\r\nb\r\nc\r\nd\r\n\r\ne");
  fc.assert(
    fc.property(fc.array(fc.constantFrom("\r", "\n", "\r\n", "x", "\xff"), { maxLength: 40 }), (parts) => {
      const once = withCrLf(bytes(parts.join("")));
      expect(text(once)).not.toMatch(/(^|[^\r])\n|\r(?!\n)/);
      expect(text(withCrLf(once))).toBe(text(once));
    }),
  );
});

test("taking away what was added gives the message back, byte for byte", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (body) => {
      const raw = Buffer.concat([bytes("Subject: x\r\n\r\n"), body]);
      expect(text(withoutFields(withFields(raw, "X-Mark: 1\r\n"), (name) => name === "x-mark"))).toBe(text(raw));
    }),
  );
});

test("a header of a megabyte is read in no time", () => {
  const raw = bytes(`${"X-Fold: a\r\n\tb\r\n".repeat(70_000)}Subject: end\r\n\r\n`);
  const start = performance.now();
  expect(fieldValues(raw, "subject")).toEqual(["end"]);
  expect(performance.now() - start).toBeLessThan(2000);
});
