import { join } from "node:path";
import { createServices } from "../server/create-services";
import type { Env } from "../server/env";
import { createLog } from "../server/log";
import type { Services } from "../server/services";
import { lockDataDir, openDataDir } from "../server/up/data-dir";
import { migrateConfigured, startEmbeddedServices } from "../server/up/embedded-services";
import { readRunning } from "../server/up/running";
import { readSecrets } from "../server/up/secrets";
import { createStopStack } from "../server/up/stop-stack";
import { StartError } from "../server/up/start-error";

/**
 * The services of a script: those that the environment names; else those of the DeftMail that runs on the data folder; else embedded
 * ones, started for the script alone and stopped by `close`.
 */
export async function openServices(
  env: Env,
  { migrate }: { migrate: boolean },
): Promise<{ services: Services; close(): Promise<void> }> {
  const log = createLog("script", "warn", (line) => void process.stderr.write(line));
  if (migrate && env.DATABASE_URL) await migrateConfigured(env);
  if (env.DATABASE_URL && env.STALWART_URL) {
    const secrets = { jwtSecret: env.JWT_SECRET ?? "", masterKey: env.MASTER_KEY ?? "" };
    const { services, close } = createServices(env, { secrets }, log);
    return { services, close: async () => void (await close()) };
  }
  openDataDir(env.DATA_DIR);
  const secrets = readSecrets(env.DATA_DIR, env);
  const { lock, running } = ownOrRunning(env.DATA_DIR);
  if (running) {
    const { services, close } = createServices(env, { ...running, secrets }, log);
    return { services, close: async () => void (await close()) };
  }
  const quietPorts = { ...env, ZONE_PORT: 0, SMTP_IN_PORT: 0, SUBMISSION_PORT: 0 };
  const stops = createStopStack();
  if (lock) stops.push(() => lock.release());
  try {
    const embedded = await startEmbeddedServices(quietPorts, secrets, log, stops);
    const { services, close } = createServices(env, embedded, log);
    stops.push(close);
    return { services, close: stops.stopAll };
  } catch (error) {
    await stops.stopAll();
    throw error;
  }
}

function ownOrRunning(dataDir: string) {
  try {
    return { lock: lockDataDir(dataDir), running: null };
  } catch (error) {
    const running = error instanceof StartError && readRunning(join(dataDir, "running.json"));
    if (!running) throw error;
    return { lock: null, running };
  }
}
