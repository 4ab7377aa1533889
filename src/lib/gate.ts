/**
 * Runs at most `places` tasks at a time; the others wait in the order in which they came. `admitToQueue` is told how many wait
 * already before one more does, and refuses it by throwing.
 */
export function createGate(places: number, admitToQueue: (waiting: number) => void = () => {}) {
  let free = places;
  const waiting: (() => void)[] = [];
  return async <T>(task: () => Promise<T>): Promise<T> => {
    if (free > 0) free--;
    else {
      admitToQueue(waiting.length);
      await new Promise<void>((enter) => waiting.push(enter));
    }
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
