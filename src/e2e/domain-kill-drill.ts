import { rmSync } from "node:fs";
import { runDomainDrill } from "./domain-drill";
import { numberOptions } from "./number-options";

/**
 * Kills the worker again and again while domains live (`domain-drill.ts`) and says what does not agree afterwards. `--hurried` ends dead workers' leases at once.
 * bun src/e2e/domain-kill-drill.ts [--kills 50] [--seed 1] [--hurried]
 */
const { hurried: isHurried, ...numbers } = numberOptions({ kills: 50, seed: 1 }, ["hurried"]);
const dataDir = ".cache/domain-kill-drill";
rmSync(dataDir, { recursive: true, force: true });
const begun = performance.now();
const { faults, domains, interrupted, killsInWork } = await runDomainDrill({
  ...{ dataDir, ...numbers, isHurried, say: (text) => console.log(text) },
});
console.log(
  `${domains} domains, ${killsInWork} kills in the middle of ${interrupted} jobs, ${Math.round((performance.now() - begun) / 1000)} s`,
);
for (const fault of faults) console.log(`FAULT ${fault}`);
console.log(faults.length ? `${faults.length} faults` : "panel, mail server, DNS and keys agree");
process.exit(faults.length ? 1 : 0);
