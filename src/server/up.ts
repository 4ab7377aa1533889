import { join } from "node:path";
import { createServices } from "./create-services";
import { readEnv } from "./read-env";
import { startWeb } from "./start-web";
import { stopOnSignals } from "./stop-on-signals";
import { readArguments } from "./up/arguments";
import { announce, say } from "./up/announce";
import { buildIfNeeded } from "./up/build";
import { lockDataDir, openDataDir } from "./up/data-dir";
import { startEmbeddedServices } from "./up/embedded-services";
import { assertPortsFree, wantedPorts } from "./up/ports";
import { reset } from "./up/reset";
import { forgetRunning, writeRunning } from "./up/running";
import { readSecrets } from "./up/secrets";
import { createTrialLog } from "./up/trial-log";
import { settleBoth } from "./up/settle-both";
import { createStopStack, type StopStack } from "./up/stop-stack";
import { StartError } from "./up/start-error";
import { handlers } from "../../jobs/handlers";
import { startSchedule } from "../../jobs/schedule";
import { startWorker } from "../../jobs/start-worker";
import { seedOnce } from "./up/seed-once";

const graceMs = 3000;

/** Everything with one command: starts what the environment does not name, then web and worker in this process. */
async function up(stops: StopStack): Promise<void> {
  const { reset: isReset } = readArguments();
  const env = readEnv();
  openDataDir(env.DATA_DIR);
  if (isReset) {
    await reset(env.DATA_DIR);
    openDataDir(env.DATA_DIR);
  }
  const lock = lockDataDir(env.DATA_DIR);
  stops.push(() => lock.release());
  await assertPortsFree(wantedPorts(env));
  const log = createTrialLog(env);
  stopOnSignals(log, stops.stopAll);
  const secrets = readSecrets(env.DATA_DIR, env);
  say("Building the pages, starting PostgreSQL, the mail server and the DNS zone …");
  const [embedded] = await settleBoth(startEmbeddedServices(env, secrets, log, stops), buildIfNeeded());
  const word = join(env.DATA_DIR, "running.json");
  writeRunning(word, embedded);
  stops.push(() => forgetRunning(word));
  const { services, kv, close } = createServices(env, embedded, log);
  stops.push(close);
  const isTrial = await seedOnce(services, env);
  const web = await startWeb(env, services, kv);
  const worker = await startWorker(services, handlers);
  const schedule = await startSchedule(services.db, log);
  stops.push(() => Promise.all([web.stop(graceMs), schedule.stop(), worker.stop()]));
  announce({ url: services.platform.appUrl, env, isTrial });
}

const stops = createStopStack();
up(stops).catch(async (error: unknown) => {
  console.error(error instanceof StartError ? error.message : error);
  await stops.stopAll();
  process.exit(1);
});
