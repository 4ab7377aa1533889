import type { Log } from "./log";

/** One Ctrl-C may arrive twice, from the terminal and through the runner that started us. */
const sameSignalMs = 1000;

/** Stops once on SIGINT, SIGTERM or SIGHUP; asked again after a moment, the process ends at once. */
export function stopOnSignals(log: Log, stop: () => Promise<void>): void {
  let stoppingSince = 0;
  const on = () => {
    if (stoppingSince) {
      if (Date.now() - stoppingSince > sameSignalMs) process.exit(130);
      return;
    }
    stoppingSince = Date.now();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error("stopping failed", { error });
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, on);
}
