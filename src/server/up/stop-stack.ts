/** What has been started, to be stopped in the opposite order. */
export type StopStack = { push(stop: () => Promise<unknown> | void): void; stopAll(): Promise<void> };

export function createStopStack(): StopStack {
  const stops: (() => Promise<unknown> | void)[] = [];
  return {
    push: (stop) => void stops.push(stop),
    async stopAll() {
      for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
    },
  };
}
