import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type AppProcess, freePorts, launchApp, startApp } from "./app-process";
import { auditDrill } from "./kill-drill-audit";
import { createWorkload } from "./kill-drill-workload";
import { numberOptions } from "./number-options";
import { startOutsideWorld } from "./outside-world";
import { seededRandom } from "./seeded-random";

/**
 * Kills every process with SIGKILL at random moments while tenants, domains, mailbox users and mail are made, restarts, and looks at the
 * end whether everything that was acknowledged is there exactly once and whether panel and engine agree.
 * bun src/e2e/kill-drill.ts [--kills 20] [--seed 1]
 */
const { kills, seed } = numberOptions({ kills: 20, seed: 1 });
const dataDir = ".cache/kill-drill";

rmSync(dataDir, { recursive: true, force: true });
mkdirSync(join(dataDir, "zones"), { recursive: true });
const random = seededRandom(seed);
const ports = await freePorts();
const world = await startOutsideWorld({ zoneDir: join(dataDir, "zones"), sinkPort: ports.sink });
const workload = createWorkload(world, ports);
console.log(`seed ${seed}, ${kills} kills`);

for (let round = 1; round <= kills / 4; round++) {
  const starting = launchApp(dataDir, ports);
  await Bun.sleep(random() * 2500);
  await starting.kill();
  console.log(`kill ${round} of a first start`);
}
let app: AppProcess = await startApp(dataDir, ports);
const restarts: number[] = [];
const killedAt: number[] = [];
for (let round = 1; round <= kills; round++) {
  const stopLoad = workload.start(app);
  await Bun.sleep(100 + random() * 3000);
  killedAt.push(Date.now());
  await app.kill();
  await stopLoad();
  const started = performance.now();
  app = await startApp(dataDir, ports);
  restarts.push(performance.now() - started);
  console.log(`kill ${round}: back after ${(restarts.at(-1)! / 1000).toFixed(1)} s; ${workload.summary()}`);
}
const faults = await auditDrill({ app, world, workload, dataDir, kills: killedAt });
const status = await app.stop();
await world.stop();
console.log(
  `stopped with status ${status}; slowest restart ${(Math.max(...restarts) / 1000).toFixed(1)} s; ${workload.summary()}`,
);
for (const fault of faults) console.log(`FAULT ${fault}`);
console.log(faults.length ? `${faults.length} faults` : "every acknowledged thing is there exactly once");
process.exit(faults.length || status !== 0 ? 1 : 0);
