import { afterEach, expect, test } from "bun:test";
import { outcome } from "../contract-outcome.ts";
import { createEngine } from "../create-engine.ts";
import { serveJmap } from "./testing-jmap-server.ts";

let stop: (() => unknown) | undefined;
afterEach(() => stop?.());

function userOf(answer: Parameters<typeof serveJmap>[0], accounts?: Parameters<typeof serveJmap>[1]) {
  const server = serveJmap(answer, accounts);
  stop = server.stop;
  const engine = createEngine({ baseUrl: server.baseUrl, serviceAuth: { bearer: "API_service" } });
  return { ...server, engine, user: engine.forUser("API_user") };
}
test("a session without accounts is a credential that is not accepted", async () => {
  const { user, engine } = userOf(() => ({}), {});
  expect(await outcome(user.mailboxes.list())).toBe("unauthorized");
  expect(await outcome(engine.check())).toBe("unauthorized");
});

test("a message that was not changed is a failure, also inside a successful answer", async () => {
  for (const [type, failure] of [
    ["notFound", "notFound"],
    ["overQuota", "overQuota"],
    ["somethingNew", "refused"],
  ] as const) {
    const { user } = userOf(() => ({ updated: { e1: null }, notUpdated: { e2: { type } } }));
    expect(await outcome(user.messages.setKeywords(["e1", "e2"], { $seen: true }))).toBe(failure);
    stop?.();
  }
});

test("an answer that makes no sense is the engine's failure", async () => {
  const { user } = userOf(() => ({ list: "nonsense" }));
  expect(await outcome(user.identities.list())).toBe("unavailable");
  expect(await outcome(user.messages.get("e"))).toBe("unavailable");
});

test("fields and values from the future are passed over", async () => {
  const { user } = userOf(() => ({
    state: "s1",
    list: [{ id: "m", name: "Snoozed", role: "snoozed", sortOrder: 4, parentId: null, totalThreads: 2, colour: "red" }],
  }));
  expect(await user.mailboxes.list()).toMatchObject([{ id: "m", role: null, totalThreads: 2, unreadMessages: 0 }]);
});

test("more messages than the engine takes at a time are marked in several requests", async () => {
  const { user, asked } = userOf(() => ({ updated: {} }));
  await user.messages.setKeywords(
    Array.from({ length: 1_201 }, (_, at) => `e${at}`),
    { "$label/a~b": true },
  );
  const updates = asked.map(([, { update }]) => Object.values(update as object));
  expect(updates.map(({ length }) => length)).toEqual([500, 500, 201]);
  expect(updates[0]?.[0]).toEqual({ "keywords/$label~1a~0b": true });
});

test("the same credential shares one connection, so its limits hold for all views", async () => {
  const { engine } = userOf(() => ({}));
  expect(engine.forUser("API_user")).toBe(engine.forUser("API_user"));
  expect(engine.forUser("API_other")).not.toBe(engine.forUser("API_user"));
});
