import { createServices } from "../src/server/create-services";
import { readEnv } from "../src/server/read-env";
import { stopOnSignals } from "../src/server/stop-on-signals";
import { handlers } from "./handlers";
import { startSchedule } from "./schedule";
import { startWorker } from "./start-worker";

/** The worker process of a production set-up. */
const env = readEnv();
const { services, close } = createServices(env, {
  secrets: { jwtSecret: env.JWT_SECRET!, masterKey: env.MASTER_KEY! },
});
const worker = await startWorker(services, handlers);
const schedule = await startSchedule(services.db, services.log);
services.log.info("the worker takes jobs");
stopOnSignals(services.log, async () => {
  await schedule.stop();
  await worker.stop();
  await close();
});
