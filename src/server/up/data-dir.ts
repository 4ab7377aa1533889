import { Database } from "bun:sqlite";
import { accessSync, constants, mkdirSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "./start-error";

const neededBytes = 300_000_000;

/** Makes the data folder and checks that it can be used. Throws `StartError` for missing rights or too little room. */
export function openDataDir(path: string): void {
  try {
    // Others may pass through but not look: an unprivileged user may have to reach PostgreSQL's own folder below.
    mkdirSync(path, { recursive: true, mode: 0o711 });
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `The folder ${path} cannot be written (${(error as NodeJS.ErrnoException).code}): give yourself the rights to it, or set DATA_DIR.`,
    );
  }
  const { bavail, bsize } = statfsSync(path);
  const free = bavail * bsize;
  if (free < neededBytes)
    throw new StartError(
      `There is too little disk space in ${path}: ${Math.floor(free / 1e6)} MB are free, ${neededBytes / 1e6} MB are needed.`,
    );
}

/**
 * Makes this process the only one on a data folder. The lock belongs to the process: the system gives it back however the process
 * ends, so it is never stale. Throws `StartError` when another DeftMail runs there.
 */
export function lockDataDir(path: string): { release(): void } {
  const lock = new Database(join(path, "lock.sqlite"));
  try {
    lock.run("pragma locking_mode = exclusive");
    lock.run("begin exclusive");
  } catch {
    throw new StartError(
      `DeftMail already runs on ${path}: stop it first (Ctrl-C in its terminal), or set another DATA_DIR.`,
    );
  }
  return { release: () => lock.close() };
}
