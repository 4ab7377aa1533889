import { afterAll, beforeAll, expect, test } from "bun:test";
import fc from "fast-check";
import { createDnsClient } from "./dns-client";
import { type LyingServer, startLyingServer } from "./testing-lying-server";

let server: LyingServer;
beforeAll(async () => {
  server = await startLyingServer();
});
afterAll(() => server.stop());

/** Cuts bytes at the given places, and again wherever a string would be longer than DNS allows. */
function cutBytes(bytes: Buffer, places: number[]): Buffer[] {
  const strings: Buffer[] = [];
  let rest = bytes;
  for (const place of [...places, 255, 255, 255, 255, 255, 255, 255, 255]) {
    const length = Math.min(place, rest.length);
    strings.push(rest.subarray(0, length));
    rest = rest.subarray(length);
  }
  return strings.filter((part, at) => part.length > 0 || at === 0);
}

test("a TXT value comes back the same wherever it was cut into strings, also in the middle of a character", async () => {
  const text = fc.string({ unit: "grapheme", maxLength: 300 }).filter((one) => Buffer.byteLength(one) <= 1500);
  const places = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 5 });
  const ask = createDnsClient({ servers: [server], tries: 1 });
  await fc.assert(
    fc.asyncProperty(text, places, async (value, cuts) => {
      const strings = cutBytes(Buffer.from(value), cuts);
      server.zones.set("cut.org", { "cut.org": { TXT: [strings] } });
      const { answer } = await ask("cut.org", "TXT");
      expect(answer).toMatchObject({ status: "found", records: [value] });
    }),
    { numRuns: 60 },
  );
});
