import { join } from "node:path";
import { createServices } from "./create-services";
import { createLog } from "./log";
import { readEnv } from "./read-env";
import { startWeb } from "./start-web";
import { stopOnSignals } from "./stop-on-signals";
import { announce } from "./up/announce";
import { buildIfNeeded } from "./up/build";
import { lockDataDir, openDataDir } from "./up/data-dir";
import { startEmbeddedServices } from "./up/embedded-services";
import { assertPortsFree } from "./up/ports";
import { reset } from "./up/reset";
import { forgetRunning, writeRunning } from "./up/running";
import { readSecrets } from "./up/secrets";
import { StartError } from "./up/start-error";
import { handlers } from "../../jobs/handlers";
import { startSchedule } from "../../jobs/schedule";
import { startWorker } from "../../jobs/start-worker";
import { seedOnce } from "./up/seed-once";

const graceMs = 3000;

/** Everything with one command: starts what the environment does not name, then web and worker in this process. */
async function up(): Promise<void> {
  const env = readEnv();
  openDataDir(env.DATA_DIR);
  if (process.argv.includes("--reset")) {
    await reset(env.DATA_DIR);
    openDataDir(env.DATA_DIR);
  }
  const lock = lockDataDir(env.DATA_DIR);
  const loopback = "127.0.0.1";
  await assertPortsFree([
    { port: env.PORT, host: env.HOST, variable: "PORT", purpose: "web" },
    { port: env.ZONE_PORT, host: loopback, variable: "ZONE_PORT", purpose: "trial zone", udp: true },
    ...(env.STALWART_URL
      ? []
      : [
          { port: env.SMTP_IN_PORT, host: loopback, variable: "SMTP_IN_PORT", purpose: "incoming mail" },
          { port: env.SUBMISSION_PORT, host: loopback, variable: "SUBMISSION_PORT", purpose: "submission" },
        ]),
  ]);
  const log = createLog("deftmail", env.LOG_LEVEL);
  const secrets = readSecrets(env.DATA_DIR, env);
  const [running] = await Promise.all([startEmbeddedServices(env, secrets, log), buildIfNeeded()]);
  const { services, kv, close } = createServices(env, running.embedded, log);
  const word = join(env.DATA_DIR, "running.json");
  writeRunning(word, running.embedded);
  const isTrial = await seedOnce(services, env);
  const web = await startWeb(env, services, kv);
  const worker = await startWorker(services, handlers);
  const schedule = await startSchedule(services.db, log);

  stopOnSignals(log, async () => {
    await Promise.all([web.stop(graceMs), schedule.stop(), worker.stop()]);
    await close();
    await running.stop();
    forgetRunning(word);
    lock.release();
  });
  announce({ url: services.platform.appUrl, env, isTrial });
}

up().catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
});
