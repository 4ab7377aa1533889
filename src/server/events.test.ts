import { expect, test } from "bun:test";
import { createEvents, type PageEvent } from "./events";

const [ours, theirs] = [Bun.randomUUIDv7(), Bun.randomUUIDv7()];

async function firstOf(events: ReturnType<typeof createEvents>, tenantId: string, count: number): Promise<PageEvent[]> {
  const abort = new AbortController();
  const seen: PageEvent[] = [];
  for await (const event of events.subscribe(tenantId, abort.signal)) if (seen.push(event) === count) abort.abort();
  return seen;
}

test("an open page hears of its own tenant only", async () => {
  const events = createEvents();
  const heard = firstOf(events, ours, 1);
  await Promise.resolve();
  events.publish({ tenantId: theirs, topic: "user" });
  events.publish({ tenantId: ours, topic: "domain" });
  expect(await heard).toEqual([{ tenantId: ours, topic: "domain" }]);
});

test("a session that was renewed before its page began to listen does not close that page", async () => {
  const events = createEvents();
  events.publish({ tenantId: ours, topic: "session", subjectId: "s" });
  events.publish({ tenantId: ours, topic: "domain" });
  expect(await firstOf(events, ours, 1)).toEqual([{ tenantId: ours, topic: "domain" }]);
});

test("what happened while a page was on its way is told when it begins to listen", async () => {
  const events = createEvents();
  events.publish({ tenantId: ours, topic: "domain" });
  expect(await firstOf(events, ours, 1)).toEqual([{ tenantId: ours, topic: "domain" }]);
});
