import { handlers } from "../../jobs/handlers";
import { startSchedule } from "../../jobs/schedule";
import { startWorker } from "../../jobs/start-worker";
import { joinDrillWorld } from "./domain-drill-world";

/** A worker that is there to be killed: `bun src/e2e/domain-worker-child.ts <data folder>`. */
const services = joinDrillWorld(Bun.argv[2]!);
await startWorker(services, handlers);
await startSchedule(services.db, services.log);
console.log("working");
