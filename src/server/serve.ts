import { createServices } from "./create-services";
import { readEnv } from "./read-env";
import { startWeb } from "./start-web";
import { stopOnSignals } from "./stop-on-signals";

/** The web process of a production set-up: every service is named by the environment. */
const env = readEnv();
const { services, kv, close } = createServices(env, {
  secrets: { jwtSecret: env.JWT_SECRET!, masterKey: env.MASTER_KEY!, engineHookKey: env.ENGINE_HOOK_KEY! },
});
const web = await startWeb(env, services, kv);
services.log.info("web is listening", { port: web.port });
stopOnSignals(services.log, async () => {
  await web.stop(25_000);
  await close();
});
