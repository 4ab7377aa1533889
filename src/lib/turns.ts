export type Turns = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/** Runs tasks of the same key one after the other; those of different keys do not wait for each other. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(task, task);
    last.set(key, turn);
    const leave = () => {
      if (last.get(key) === turn) last.delete(key);
    };
    turn.then(leave, leave);
    return turn;
  };
}
