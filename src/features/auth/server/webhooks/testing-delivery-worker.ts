import { openDatabase } from "../../../../../db/client";
import { onWebhookDeliver } from "../../../../../jobs/handlers/webhook-deliver";
import { type Handlers, startWorker } from "../../../../../jobs/start-worker";
import { createEvents } from "~/server/events";
import { createLog } from "~/server/log";
import { createSecretBox } from "~/server/secret-box";
import type { Services } from "~/server/services";
import { withLoopback } from "./testing-webhooks-services";

/** A worker in a process of its own, to be killed: the arguments are the socket folder, the user and the name of the database. */
const [socketDir = "", user = "", database = "", masterKey = ""] = process.argv.slice(2);
const services = {
  ...{ db: openDatabase({ socketDir, user, database, poolSize: 4 }), log: createLog("worker", "error") },
  ...{ events: createEvents(), secretBox: createSecretBox(masterKey), now: () => new Date() },
  platform: { appUrl: "http://localhost:3000", mailHost: "m.test", spfHost: "s.test", dnsServers: [], trialZone: null },
} as unknown as Services;

await startWorker(withLoopback(services), { "webhook.deliver": onWebhookDeliver } as Partial<Handlers> as Handlers);
