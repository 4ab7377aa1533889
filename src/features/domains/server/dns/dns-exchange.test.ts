import { expect, test } from "bun:test";
import { encode } from "dns-packet";
import fc from "fast-check";
import { ExchangeError, parseReply } from "./dns-exchange";
import { readReply } from "./read-reply";

const soa = { mname: "a.org", rname: "b.org", serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 1 };
const honest = encode({
  ...{ type: "response", id: 1, questions: [{ type: "TXT", name: "acme.org" }] },
  answers: [{ type: "TXT", name: "acme.org", ttl: 300, data: ["v=spf1 ", "-all"] }],
  authorities: [{ type: "SOA", name: "acme.org", ttl: 300, data: soa }],
});

test("an honest reply is read", () => {
  const reply = parseReply(honest);
  expect(reply && readReply(reply, "acme.org", "TXT").answer).toMatchObject({ records: ["v=spf1 -all"] });
});

test("a reply that claims more records than it has room for is not read", () => {
  const liar = Buffer.from(honest);
  liar.writeUInt16BE(400, 6);
  expect(parseReply(liar)).toBeUndefined();
});

test("a message of 64 KiB whose names all lead through thousands of pointers is not read", () => {
  const steps = 8000;
  const chain = Buffer.alloc(steps * 2);
  const start = 12 + 11;
  for (let step = 0; step < steps; step++)
    chain.writeUInt16BE(0xc000 | (step === 0 ? 12 : start + (step - 1) * 2), step * 2);
  const header = Buffer.alloc(12);
  const first = Buffer.from([0, 0, 99, 0, 1, 0, 0, 0, 1, chain.length >> 8, chain.length & 255]);
  const end = start + (steps - 1) * 2;
  const each = Buffer.from([0xc0 | (end >> 8), end & 255, 0, 99, 0, 1, 0, 0, 0, 1, 0, 0]);
  const count = 4000;
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(count + 1, 6);
  const bomb = Buffer.concat([header, first, chain, ...Array.from({ length: count }, () => each)]);
  const started = performance.now();
  expect(parseReply(bomb)).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(20);
});

test("whatever bytes arrive, they are an answer, a failure by name, or nothing", () => {
  const change = fc.tuple(fc.nat({ max: honest.length - 1 }), fc.nat({ max: 255 }));
  const garbled = fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => {
    const bytes = Buffer.from(honest);
    for (const [at, value] of changes) bytes[at] = value;
    return bytes;
  });
  const read = (bytes: Buffer) => {
    const reply = parseReply(bytes);
    try {
      return reply ? readReply(reply, "acme.org", "TXT").answer.status : "nothing";
    } catch (error) {
      if (error instanceof ExchangeError) return error.reason;
      throw error;
    }
  };
  fc.assert(
    fc.property(garbled, (bytes) => typeof read(bytes) === "string"),
    { numRuns: 2000 },
  );
});
