import { expect, test } from "bun:test";
import fc from "fast-check";
import { verdict } from "./dns/verdict";
import { type LastVerdict, settleVerdict } from "./settle-verdicts";

const start = new Date("2026-01-01T00:00:00Z");
const minute = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
type State = Parameters<typeof verdict>[0];

/** What is known after looks at these minutes. */
const after = (recordId: string, looks: [number, State][]): LastVerdict | undefined =>
  looks.reduce<LastVerdict | undefined>((last, [at, state]) => {
    const settled = settleVerdict(
      recordId,
      verdict(state, state === "stale" ? ["10 old.example"] : []),
      last,
      minute(at),
    );
    return { fix: null, foundTtlSeconds: null, ...settled, advice: settled.advice };
  }, undefined);

test("a record that was good and is gone is counted from the first look that saw it", () => {
  const looks: [number, State][] = [
    [0, "match"],
    [10, "missing"],
    [20, "unknown"],
    [30, "conflict"],
  ];
  expect(after("spf", looks)).toMatchObject({ state: "conflict", misses: 2, missedSince: minute(10) });
  expect(after("spf", [...looks, [40, "match_inherited"]])).toMatchObject({ misses: 0, missedSince: null });
});

test("a record that was never there is not counted as gone", () => {
  const looks: [number, State][] = [
    [0, "missing"],
    [10, "missing"],
    [20, "stale"],
  ];
  expect(after("dmarc", looks)).toMatchObject({ misses: 0, missedSince: null });
  expect(after("mx.1", looks)).toMatchObject({ misses: 0, advice: null });
});

test("mail that is split counts although nothing came here before, and no longer once it all goes elsewhere", () => {
  expect(after("mx.1", [[0, "conflict"]])).toMatchObject({ misses: 1, missedSince: start });
  const looks: [number, State][] = [
    [0, "conflict"],
    [10, "stale"],
  ];
  expect(after("mx.1", looks)).toMatchObject({ state: "stale", misses: 0 });
});

test("mail that came here and goes elsewhere is a loss, and stays one", () => {
  const looks: [number, State][] = [
    [0, "match"],
    [10, "stale"],
    [20, "missing"],
  ];
  expect(after("mx.1", looks)).toMatchObject({ misses: 2, advice: { code: "mx_lost" } });
});

test("silence counts for nothing, whenever it comes and however long it lasts", () => {
  const states = fc.constantFrom<State>("match", "match_inherited", "missing", "conflict", "stale", "unknown");
  fc.assert(
    fc.property(fc.array(states, { minLength: 1 }), fc.constantFrom("spf", "mx.1", "dkim.dm1"), (seen, recordId) => {
      const looks = seen.map((state, at): [number, State] => [at, state]);
      const heard = looks.filter(([, state]) => state !== "unknown");
      const [all, spoken] = [after(recordId, looks)!, after(recordId, heard)];
      expect(all.misses).toBe(spoken?.misses ?? 0);
      expect(all.missedSince).toEqual(spoken?.missedSince ?? null);
      if (spoken) expect(all.state).toBe(spoken.state);
    }),
  );
});
