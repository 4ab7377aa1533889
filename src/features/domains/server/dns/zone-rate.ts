import { ExchangeError } from "./dns-exchange";

/**
 * Waits until a server may be asked about a zone again; nothing to wait for when it may be now. Fails with `ExchangeError` when that would take too
 * long.
 */
export type ZoneRate = (zone: string, host: string) => Promise<void> | undefined;

/** A second and a little more: a busy process sends late, and then the next question follows sooner. */
const windowMs = 1250;
const maxWaitMs = 15_000;
const fewPairs = 1000;

type Turns = { times: number[]; first: number };

/**
 * Lets each name server of a zone hear at most `perSecond` questions about it within any second, from all checks of the process together. Of a zone that
 * was not asked for a second nothing is kept.
 */
export function createZoneRate(perSecond: number): ZoneRate & { size(): number } {
  const perWindow = Math.max(1, Math.floor(perSecond * 0.96));
  const pairs = new Map<string, Turns>();
  let pruneAt = fewPairs;

  function prune(now: number) {
    for (const [key, { times }] of pairs) if ((times.at(-1) ?? 0) <= now - windowMs) pairs.delete(key);
    pruneAt = Math.max(fewPairs, 2 * pairs.size);
  }

  /** When the next turn is, in the milliseconds of `now`. */
  function nextTurn(turns: Turns, now: number): number {
    const { times } = turns;
    while (turns.first < times.length && times[turns.first]! <= now - windowMs) turns.first++;
    if (turns.first > perWindow) {
      times.splice(0, turns.first);
      turns.first = 0;
    }
    return times.length - turns.first < perWindow ? now : times[times.length - perWindow]! + windowMs;
  }

  const take = (zone: string, host: string): Promise<void> | undefined => {
    const now = performance.now();
    if (pairs.size >= pruneAt) prune(now);
    const key = `${zone} ${host}`;
    const turns = pairs.get(key) ?? { times: [], first: 0 };
    pairs.set(key, turns);
    const at = nextTurn(turns, now);
    if (at - now > maxWaitMs) throw new ExchangeError("ETIMEOUT");
    turns.times.push(at);
    return at > now ? Bun.sleep(at - now) : undefined;
  };
  return Object.assign(take, { size: () => pairs.size });
}
