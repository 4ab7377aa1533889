import { expect, test } from "bun:test";
import { createKv } from "./kv";
import { createLog } from "./log";
import { createRateLimit } from "./rate-limit";
import { refusalOf } from "./testing";

function limiting() {
  const logged: string[] = [];
  const log = createLog("test", "debug", (line) => void logged.push(line));
  const kv = createKv({ log });
  return { logged, limit: createRateLimit(kv, log) };
}
const waitOf = (attempt: Promise<void>) =>
  attempt.then(
    () => 0,
    (error: { details: { retryAfterSeconds: number } }) => error.details.retryAfterSeconds,
  );

test("V6.3.1 a thousand accounts tried once from one network are slowed after thirty, and seen in the log", async () => {
  const { limit, logged } = limiting();
  const outcomes = [];
  for (let i = 0; i < 1000; i++) outcomes.push(await refusalOf(limit("sign-in.ip", `2001:db8:7:7::${i.toString(16)}`)));
  expect(outcomes.filter((outcome) => outcome === "none").length).toBe(30);
  const warned = logged
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ level }) => level === "warn");
  expect(warned).toMatchObject([
    { rule: "sign-in.ip", seconds: 300, ip: "2001:db8:7:7::/64" },
    { seconds: 3600 },
    { seconds: 86_400 },
  ]);
});

test("V6.3.1 neighbouring networks that one holder has are counted together, too", async () => {
  const { limit } = limiting();
  const outcomes = [];
  for (let i = 0; i < 200; i++) outcomes.push(await refusalOf(limit("sign-in.network", `198.51.100.${i}`)));
  expect(outcomes.indexOf("request.too_many")).toBe(120);
  expect(await refusalOf(limit("sign-in.network", "198.51.101.1"))).toBe("none");
});

test("the wait grows with the attempts: minutes first, then an hour, then a day", async () => {
  const { limit } = limiting();
  const waits = [];
  for (let i = 0; i < 101; i++) waits.push(await waitOf(limit("sign-in.pair", "192.0.2.1 ana@acme.example")));
  expect([waits[29], waits[30]! > 3500, waits[99]! <= 3600, waits[100]! > 80_000]).toEqual([0, true, true, true]);
});

test("the log names no account whose limit is reached", async () => {
  const { limit, logged } = limiting();
  for (let i = 0; i < 15; i++) await refusalOf(limit("sign-in.account", "ana@acme.example"));
  expect(logged.length).toBe(1);
  expect(logged.join()).not.toContain("ana@");
});
