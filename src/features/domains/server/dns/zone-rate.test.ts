import { expect, test } from "bun:test";
import { createZoneRate } from "./zone-rate";

/** The most of `times` (milliseconds) that lie within any second. */
const mostInASecond = (times: number[]) =>
  Math.max(...times.map((start) => times.filter((time) => time >= start && time < start + 1000).length));

test("no name server of a zone hears more than its rate in any second, however many checks ask at once", async () => {
  const turn = createZoneRate(10);
  const times: number[] = [];
  const ask = async () => {
    await turn("acme.org", "192.0.2.1");
    times.push(performance.now());
  };
  await Promise.all(Array.from({ length: 25 }, ask));
  expect(times.length).toBe(25);
  expect(mostInASecond(times)).toBeLessThanOrEqual(10);
});

test("zones do not wait for each other, nor the servers of one zone", async () => {
  const turn = createZoneRate(1);
  const started = performance.now();
  await Promise.all([turn("a.org", "192.0.2.1"), turn("b.org", "192.0.2.1"), turn("a.org", "192.0.2.2")]);
  expect(performance.now() - started).toBeLessThan(500);
});

test("a zone that is asked for too much at once is not waited for, and a check goes on without", async () => {
  const turn = createZoneRate(1);
  const ask = async () => turn("acme.org", "192.0.2.1");
  const turns = Array.from({ length: 30 }, ask);
  const refused = turns.slice(13).map((one) => one.then(String, String));
  expect(await Promise.all(refused)).toEqual(refused.map(() => "ExchangeError: ETIMEOUT"));
});

test("zones that are not asked any more are forgotten", async () => {
  const turn = createZoneRate(5);
  for (let index = 0; index < 1500; index++) await turn(`zone${index}.org`, "192.0.2.1");
  await Bun.sleep(1350);
  for (let index = 0; index < 2000; index++) await turn(`next${index}.org`, "192.0.2.1");
  expect(turn.size()).toBeLessThan(3000);
});
