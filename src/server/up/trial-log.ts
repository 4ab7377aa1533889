import { appendFileSync, existsSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "../env";
import { createLog, type Log } from "../log";

const rotateBytes = 20_000_000;

/** One log for all parts, in the data folder; what needs a person is shown on the terminal as well. Rotated at start, one old file is kept. */
export function createTrialLog(env: Env): Log {
  const path = join(env.DATA_DIR, "deftmail.log");
  if (existsSync(path) && statSync(path).size > rotateBytes) renameSync(path, `${path}.1`);
  return createLog("deftmail", env.LOG_LEVEL, (line) => {
    appendFileSync(path, line, { mode: 0o600 });
    if (/^\{"level":"(warn|error)"/.test(line)) process.stderr.write(line);
  });
}
