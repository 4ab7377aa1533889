import { rmSync } from "node:fs";
import { numberOptions } from "./number-options";
import { runSendDrill } from "./send-drill";
import { faultKinds } from "./send-drill-writers";

/**
 * Sends while everything between a click and the recipient's server breaks (`send-drill.ts`), prints what became of the messages, and what is wrong with that.
 * bun src/e2e/send-kill-drill.ts [--sends 500] [--writers 10] [--seed 1]
 */
const numbers = numberOptions({ sends: 500, writers: 10, seed: 1 });
const dataDir = ".cache/send-drill";
rmSync(dataDir, { recursive: true, force: true });
const { fates, faults, kills, seconds } = await runSendDrill({
  ...{ dataDir, ...numbers, say: (text: string) => console.log(text) },
});
const columns = ["arrived", "failed, visible", "unknown, visible", "never taken"] as const;
console.table(
  Object.fromEntries(
    faultKinds.map((kind) => {
      const of = fates.get(kind) ?? [];
      const counts = columns.map((column) => [column, of.filter((fate) => fate === column).length]);
      return [kind, { sends: of.length, ...Object.fromEntries(counts) }];
    }),
  ),
);
console.log(`${kills}; ${seconds} s`);
for (const fault of faults) console.log(`FAULT ${fault}`);
console.log(
  faults.length ? `${faults.length} faults` : "each message arrived once, or the outbox says that it did not",
);
process.exit(faults.length ? 1 : 0);
