/** Runs tasks with the same key one after the other. Stalwart guards a single write only, not a read and the write that follows it. */
export type OneWriter = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/** Serialises within this process; between processes the database's job lease does. */
export function createOneWriter(): OneWriter {
  const tails = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const before = tails.get(key) ?? Promise.resolve();
    const run = before.then(task, task);
    const tail = run.then(
      () => undefined,
      () => undefined,
    );
    tails.set(key, tail);
    void tail.then(() => {
      if (tails.get(key) === tail) tails.delete(key);
    });
    return run;
  };
}
