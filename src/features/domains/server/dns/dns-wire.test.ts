import { expect, test } from "bun:test";
import fc from "fast-check";
import { readMessage, wireMessage, wireName, wireText } from "./dns-wire";
import { signTsig, TsigError, verifyTsig } from "./tsig";

const key = { keyName: "panel", algorithm: "hmac-sha256", secret: Buffer.alloc(32, 5).toString("base64") };
const now = new Date();
const message = wireMessage({
  ...{ id: 7, flags: 5 << 11, question: { name: "Keys.Example.net.", type: 6 } },
  ...{
    answers: [],
    authorities: [{ name: "dm1.keys.example.net", type: 16, class: 1, ttlSeconds: 60, data: wireText("x") }],
  },
});

test("a message is read as it was written, names in lower case", () => {
  const { id, question, sections } = readMessage(message);
  expect([id, question]).toEqual([7, { name: "keys.example.net", type: 6 }]);
  expect(sections.map((records) => records.map(({ name }) => name))).toEqual([[], ["dm1.keys.example.net"], []]);
});

test("names that DNS cannot hold are refused before anything is sent", () => {
  for (const name of ["a..b", `${"a".repeat(64)}.example`, Array(64).fill("abc").join(".")])
    expect(() => wireName(name)).toThrow(RangeError);
});

test("garbage is refused as no message, whatever it is, and never read without an end", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        verifyTsig(Buffer.from(bytes), key, { now });
        return false;
      } catch (error) {
        return error instanceof RangeError || error instanceof TsigError;
      }
    }),
  );
});

test("a signed message of which one byte was changed is not believed, save for what is not signed by design", () => {
  const { signed } = signTsig(message, key, { now });
  expect(verifyTsig(signed, key, { now }).mac.length).toBe(32);
  const tsigAt = readMessage(signed).sections[2]!.at(-1)!.start;
  const believed = Array.from(signed.keys()).filter((at) => {
    const bent = Buffer.from(signed);
    bent[at] = (bent[at] ?? 0) ^ 0x01;
    try {
      return verifyTsig(bent, key, { now }).mac.length > 0;
    } catch {
      return false;
    }
  });
  // The message's own id, which forwarders may change (RFC 8945 section 5.3.1), and class and TTL of the signature's record.
  const afterType = tsigAt + wireName(key.keyName).length + 2;
  const unsigned = [0, 1, ...Array.from({ length: 6 }, (_, offset) => afterType + offset)];
  expect(believed.filter((at) => !unsigned.includes(at))).toEqual([]);
});
