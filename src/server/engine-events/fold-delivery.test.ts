import { expect, test } from "bun:test";
import { foldDelivery } from "./fold-delivery";
import type { FactData, FactType, MailFact } from "./mail-fact";

const to = "bo@ext.test";
const second = (n: number) => new Date(Date.UTC(2026, 10, 20, 10, 0, n));
const fact = (type: FactType, n: number, data: FactData = {}): MailFact => ({
  ...{ queueId: "q", type, at: second(n), data },
  recipient: type.endsWith("message-queued") ? null : to,
});
const queued = fact("queue.authenticated-message-queued", 1, { to: [to], nextAttemptAt: second(1).toISOString() });
const waits = (n: number) =>
  fact("delivery.dsn-temp-fail", n, {
    ...{ code: 451, reply: "later", nextAttemptAt: second(n + 60).toISOString() },
    ...{ expiresAt: second(300).toISOString() },
  });

/** Every order of up to four facts. */
const orders = <T>(all: readonly T[]): T[][] =>
  all.length < 2 ? [[...all]] : all.flatMap((one, at) => orders(all.toSpliced(at, 1)).map((rest) => [one, ...rest]));
const fold = (...facts: MailFact[]) => {
  const [first, ...others] = orders(facts).map((order) => foldDelivery("q", to, order));
  for (const other of others) expect(other).toEqual(first!);
  return first!;
};

test("the next attempt is the one that followed, though all happened within one second", () => {
  expect(fold(queued, waits(1))).toMatchObject({ state: "deferred", attempts: 1, nextAttemptAt: second(61) });
});

test("what arrived has arrived, whatever else was told of it", () => {
  const arrived = fact("delivery.delivered", 70, { code: 250 });
  const gone = fact("queue.left", 400);
  expect(fold(queued, waits(1), arrived, gone)).toMatchObject({
    ...{ state: "delivered", attempts: 2, code: 250, settledAt: second(70), nextAttemptAt: null },
  });
});

test("an answer of 4xx ends a message only when its time was over, one of 5xx at once", () => {
  const gaveUp = fact("delivery.dsn-perm-fail", 301, { code: 451, reply: "later" });
  const refused = fact("delivery.dsn-perm-fail", 2, { code: 550, enhancedCode: "5.1.1", reply: "no" });
  expect(fold(queued, waits(1), gaveUp).state).toBe("expired");
  expect(fold(queued, refused)).toMatchObject({ state: "failed", code: 550, enhancedCode: "5.1.1" });
  expect(fold(queued, waits(1), fact("delivery.failed", 301)).state).toBe("expired");
  expect(fold(queued, fact("delivery.failed", 2)).state).toBe("failed");
});

test("what left the queue without a word is unreported until somebody says better", () => {
  const gone = fact("queue.left", 400);
  expect(fold(queued, gone).state).toBe("unreported");
  expect(fold(queued, gone, fact("queue.cancelled", 2)).state).toBe("cancelled");
});

test("a message that somebody asked to be tried at once is due at that moment", () => {
  expect(fold(queued, waits(1), fact("queue.retried", 5))).toMatchObject({ nextAttemptAt: second(5) });
});
