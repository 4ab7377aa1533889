/**
 * `bun run verify`: every check of this repository, the slow ones beside each other, and one line with the sum at the end.
 * `--only=lint,types` runs some of them. Nothing from `node_modules` is imported here: the first step installs it.
 */
import { cpus } from "node:os";
import { type Finished, schedule } from "./verify/schedule";
import { steps } from "./verify/steps";

const [argument, ...others] = Bun.argv.slice(2);
if (others.length > 0 || (argument && !argument.startsWith("--only="))) {
  console.error("bun run verify [--only=lint,types]");
  process.exit(2);
}
const only = argument?.slice("--only=".length).split(",");
const unknown = only?.filter((name) => !steps.some((step) => step.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`no such check: ${unknown.join(", ")}. There are: ${steps.map((step) => step.name).join(", ")}`);
  process.exit(2);
}
const chosen = only ? steps.filter((step) => only.includes(step.name)) : steps;

process.chdir(new URL("../..", import.meta.url).pathname);
const begun = performance.now();
const finished = await schedule(chosen, Math.min(2, cpus().length), ({ step, outcome, seconds }: Finished) => {
  const mark = outcome.failed > 0 ? "✗" : "✓";
  console.log(`${mark} ${step.name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s  ${outcome.note ?? ""}`.trimEnd());
});

for (const { step, outcome } of finished.filter((one) => one.outcome.failed > 0))
  console.log(`\n──── ${step.name} ────\n${outcome.output.trimEnd()}`);

const sum = (of: "passed" | "failed") => finished.reduce((total, { outcome }) => total + outcome[of], 0);
console.log(`\nin ${((performance.now() - begun) / 1000).toFixed(0)} s`);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") > 0 ? 1 : 0);
