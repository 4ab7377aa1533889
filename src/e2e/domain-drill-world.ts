import { join } from "node:path";
import { openDatabase } from "../../db/client";
import { createServices } from "../server/create-services";
import { parseEnv } from "../server/env";
import { createLog } from "../server/log";
import type { Services } from "../server/services";
import { openDataDir } from "../server/up/data-dir";
import { startEmbeddedServices } from "../server/up/embedded-services";
import { readRunning, writeRunning } from "../server/up/running";
import { readSecrets } from "../server/up/secrets";
import { createStopStack } from "../server/up/stop-stack";

const wordOf = (dataDir: string) => join(dataDir, "running.json");
const envOf = (dataDir: string, settings: Record<string, string> = {}) =>
  parseEnv({ DATA_DIR: dataDir, PORT: "0", ZONE_PORT: "0", SMTP_IN_PORT: "0", SUBMISSION_PORT: "0", ...settings });

/** The operator's zone for signing keys, among the trial's own. */
export const keyZone = "keys.test";

/** As the processes of one installation have them: no limits on how often something is asked for, and a zone for signing keys. */
function adapt(services: Services): Services {
  const dkimZone = { name: keyZone, update: null };
  return { ...services, rateLimit: async () => {}, platform: { ...services.platform, dkimZone } };
}

/** What outlives web processes and workers: PostgreSQL, the mail server and the zone, with more `settings`. `owner` sees every row. */
export async function startDrillWorld(dataDir: string, settings?: Record<string, string>) {
  openDataDir(dataDir);
  const env = envOf(dataDir, settings);
  const secrets = readSecrets(dataDir, env);
  const log = createLog("drill", "error", (line) => void process.stderr.write(line));
  const stops = createStopStack();
  const embedded = await startEmbeddedServices(env, secrets, log, stops);
  writeRunning(wordOf(dataDir), embedded);
  const { services, close } = createServices(env, embedded, log);
  stops.push(close);
  const owner = openDatabase({ socketDir: embedded.database!.socketDir, user: "postgres", poolSize: 4 });
  stops.push(() => owner.close());
  const { baseUrl: engineUrl } = embedded.engine!;
  return { services: adapt(services), owner, zoneDir: embedded.trialZone!.dataDir, engineUrl, stop: stops.stopAll };
}
export type DrillWorld = Awaited<ReturnType<typeof startDrillWorld>>;

/** The services of a worker beside such a world; `engineUrl`: where it reaches the mail server instead. */
export function joinDrillWorld(dataDir: string, engineUrl?: string): Services {
  const env = envOf(dataDir);
  const word = readRunning(wordOf(dataDir));
  if (!word?.engine) throw new Error("there is no world to join");
  const running = { ...word, engine: { ...word.engine, ...(engineUrl ? { baseUrl: engineUrl } : {}) } };
  const log = createLog("worker", "warn", (line) => void process.stderr.write(line));
  return adapt(createServices(env, { ...running, secrets: readSecrets(dataDir, env) }, log).services);
}
