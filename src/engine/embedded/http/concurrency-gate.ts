import { limitExceeded } from "./problem";

/** Lets an account do only so many things at once; one more is refused, not queued. */
export type ConcurrencyGate = { run<T>(accountId: string, work: () => Promise<T>): Promise<T> };

/** `limitName` is what the refusal names, such as `maxConcurrentRequests`. */
export function createConcurrencyGate(limitName: string, max: number): ConcurrencyGate {
  const running = new Map<string, number>();
  return {
    async run(accountId, work) {
      const count = running.get(accountId) ?? 0;
      if (count >= max) throw limitExceeded(limitName);
      running.set(accountId, count + 1);
      try {
        return await work();
      } finally {
        const left = (running.get(accountId) ?? 1) - 1;
        if (left > 0) running.set(accountId, left);
        else running.delete(accountId);
      }
    },
  };
}
