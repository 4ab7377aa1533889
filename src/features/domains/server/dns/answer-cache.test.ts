import { expect, test } from "bun:test";
import { createAnswerCache } from "./answer-cache";
import type { DnsAnswer } from "./dns-answer";

const found = (ttlSeconds: number): DnsAnswer => ({
  ...{ status: "found", records: ["192.0.2.1"], ttlSeconds, aliases: [], authenticated: false },
});
/** Counts how often the network would be asked. */
function counted(answer: DnsAnswer) {
  const share = createAnswerCache(3);
  let asked = 0;
  const ask = (key = "A mail.host.org") =>
    share(key, async () => {
      asked += 1;
      return { answer };
    });
  return { ask, asked: () => asked, size: share.size };
}

test("checks that ask the same at the same moment ask once, and those that come soon after take that answer", async () => {
  const { ask, asked } = counted(found(300));
  await Promise.all([ask(), ask(), ask()]);
  await ask();
  expect(asked()).toBe(1);
});

test("a failure, a record that may not be kept and a missing one without a time are asked for anew", async () => {
  const absent: DnsAnswer = { status: "absent", reason: "ENODATA", aliases: [], authenticated: false };
  for (const answer of [{ status: "unknown", reason: "ESERVFAIL" } as DnsAnswer, found(0), absent]) {
    const { ask, asked } = counted(answer);
    await ask();
    await ask();
    expect(asked()).toBe(2);
  }
});

test("an answer is not given longer than its own time to live", async () => {
  const { ask, asked } = counted(found(1));
  await ask();
  await Bun.sleep(1050);
  await ask();
  expect(asked()).toBe(2);
});

test("only so many answers are kept, and the oldest goes first", async () => {
  const { ask, asked, size } = counted(found(300));
  for (const key of ["a", "b", "c", "d", "a"]) await ask(key);
  expect([asked(), size()]).toEqual([5, 3]);
});
