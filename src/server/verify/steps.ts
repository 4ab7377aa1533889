import { checkBundleBudgets, checkNoSourceMaps } from "./bundle-budgets";
import { checkLockFile } from "./lock-file";
import { commandCheck, toolCheck } from "./run-command";
import { runAllTests, runTests } from "./run-tests";
import type { Step } from "./step";
import { verdict } from "./step";

const bun = process.execPath;
const folders = ["src", "db", "jobs"];
// Not package.json: Bun writes that one itself.
const settings = [
  "app.config.ts",
  "drizzle.config.ts",
  "tsconfig.json",
  "knip.json",
  ".oxlintrc.json",
  ".dependency-cruiser.cjs",
];

/** Tests that measure how long something takes, or overload something on purpose. */
const timedTests = [
  "src/server/sign-in-load.test.ts",
  "src/server/up/start-refusals.test.ts",
  "src/server/faults-postgres.test.ts",
  "src/server/faults-redis.test.ts",
  "src/server/isolation/reach.test.ts",
  "src/server/isolation/same-time.test.ts",
  "src/features/users/server/imports/import-kill.test.ts",
  "src/features/webmail/server/mime-corpus.test.ts",
];

/** What `bun run verify` checks, in the order of the table. */
export const steps: Step[] = [
  { name: "install", isAlone: true, run: commandCheck(bun, "install", "--frozen-lockfile") },
  { name: "build", run: commandCheck(bun, "run", "build") },
  { name: "types", run: commandCheck(bun, "check", "--no-script") },
  {
    name: "format",
    run: commandCheck(
      bun,
      "fmt",
      "--no-script",
      "--check",
      "--no-error-on-unmatched-pattern",
      ...folders,
      "docker",
      ...settings,
    ),
  },
  { name: "lint", run: toolCheck("oxlint", "--type-aware", "--deny-warnings", "--format=agent", ...folders, "docker") },
  { name: "layers", run: toolCheck("depcruise", "--config", ".dependency-cruiser.cjs", ...folders) },
  { name: "dead-code", run: toolCheck("knip", "--no-progress", "--no-config-hints") },
  // Without tests: what only they use is not part of the product.
  {
    name: "unreachable",
    run: toolCheck("knip", "--production", "--include", "files,dependencies", "--no-progress", "--no-config-hints"),
  },
  { name: "lock-file", run: checkLockFile },
  { name: "budgets", needs: ["build"], run: () => checkBundleBudgets() },
  { name: "source-maps", needs: ["build"], run: () => checkNoSourceMaps() },
  { name: "tests", needs: ["build"], isAlone: true, run: () => runAllTests(timedTests, 2400) },
  { name: "journeys", needs: ["build"], isAlone: true, run: runJourneys },
].map((step) => (step.name === "install" ? step : { ...step, needs: ["install", ...(step.needs ?? [])] }));

async function runJourneys() {
  const files = [...new Bun.Glob("src/e2e/*.e2e.ts").scanSync()].sort().map((file) => `./${file}`);
  return files.length > 0 ? runTests(files, 1800) : verdict(false, "there are no journeys below src/e2e\n");
}
