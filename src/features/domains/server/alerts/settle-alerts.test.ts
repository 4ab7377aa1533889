import { expect, test } from "bun:test";
import { type AlertKind, asTold, settleAlerts, type ToldAlert, trackOf, type WaitingAlert } from "./settle-alerts";

const now = new Date("2026-11-22T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
let ids = 0;
const waiting = (...kinds: AlertKind[]): WaitingAlert[] =>
  kinds.map((kind, at) => ({ id: `${ids++}`, kind, vars: {}, createdAt: ago(kinds.length - at) }));
const told = (...kinds: [AlertKind, number][]): ToldAlert[] =>
  kinds.map(([kind, minutes]) => ({ kind, vars: {}, sentAt: ago(minutes) }));
const outcome = (rows: WaitingAlert[], before: ToldAlert[] = []) => {
  const { tell, hold, drop } = settleAlerts(rows, before, now);
  expect([tell, hold, ...drop].filter((one) => one !== null).length).toBe(rows.length);
  return [tell?.kind ?? null, hold?.kind ?? null];
};

test("trouble is told, and told once a day", () => {
  expect(outcome(waiting("broken"))).toEqual(["broken", null]);
  expect(outcome(waiting("broken"), told(["broken", 600]))).toEqual([null, null]);
  expect(outcome(waiting("broken"), told(["broken", 1441]))).toEqual(["broken", null]);
});

test("what came and went before anybody heard of it is not told at all", () => {
  expect(outcome(waiting("broken", "recovered"))).toEqual([null, null]);
  expect(outcome(waiting("attention", "broken", "attention", "recovered"))).toEqual([null, null]);
});

test("the end of trouble is told to those who heard of the trouble", () => {
  expect(outcome(waiting("recovered"), told(["broken", 30]))).toEqual(["recovered", null]);
  expect(outcome(waiting("recovered"), told(["broken", 30], ["recovered", 20]))).toEqual([null, null]);
  expect(outcome(waiting("recovered", "broken"), told(["broken", 30]))).toEqual([null, null]);
});

test("worse is told, and a little better is not", () => {
  expect(outcome(waiting("broken"), told(["attention", 30]))).toEqual(["broken", null]);
  expect(outcome(waiting("attention"), told(["broken", 30]))).toEqual([null, null]);
  expect(outcome(waiting("attention", "broken"))).toEqual(["broken", null]);
  expect(outcome(waiting("proof_lost"), told(["proof_missing", 30]))).toEqual(["proof_lost", null]);
});

test("that nothing works any more is told at once, although a lost proof was told just before", () => {
  const lost = { id: "x", kind: "proof_lost" as const, createdAt: ago(3), vars: { frozenUntil: "2026-12-22" } };
  expect(outcome([asTold(lost)], told(["proof_lost", 30]))).toEqual(["frozen", null]);
  expect(outcome([asTold({ ...lost, vars: {} })], told(["proof_lost", 30]))).toEqual([null, null]);
});

test("the same trouble again within a day waits until a day has gone by", () => {
  expect(outcome(waiting("broken"), told(["broken", 300], ["recovered", 200]))).toEqual([null, "broken"]);
  expect(outcome(waiting("broken"), told(["broken", 1441], ["recovered", 1400]))).toEqual(["broken", null]);
  expect(outcome(waiting("broken", "recovered"), told(["broken", 300], ["recovered", 200]))).toEqual([null, null]);
});

test("of several words on one trouble the first is kept: it says since when", () => {
  const rows = waiting("attention", "broken", "broken");
  expect(settleAlerts(rows, [], now).tell?.id).toBe(rows[1]!.id);
});

test("the end of a missing proof is no end of missing records", () => {
  expect([
    trackOf({ kind: "recovered", vars: { records: "proof" } }),
    trackOf({ kind: "recovered", vars: {} }),
    trackOf({ kind: "proof_lost", vars: {} }),
  ]).toEqual(["proof", "records", "proof"]);
});

test("whatever happens in whatever order, a thousand times, people hear of it twice a day at most", () => {
  const kinds: AlertKind[] = ["broken", "attention", "recovered"];
  for (let seed = 1; seed <= 20; seed++) {
    let heard: ToldAlert[] = [];
    let left: WaitingAlert[] = [];
    for (let step = 0; step < 1000; step++) {
      left.push(...waiting(kinds[(step * seed * 7 + (step >> 2)) % 3]!));
      const { tell, hold } = settleAlerts(left, heard, now);
      left = hold ? [hold] : [];
      if (tell) heard = [...heard, { ...tell, sentAt: now }];
    }
    const count = (kind: AlertKind) => heard.filter((one) => one.kind === kind).length;
    expect([count("broken") <= 1, count("attention") <= 1, heard.length <= 4]).toEqual([true, true, true]);
  }
});
