import { runCommand } from "./run-command";
import type { Outcome } from "./step";

const count = (output: string, word: string) =>
  [...output.matchAll(new RegExp(`^\\s*(\\d+) ${word}$`, "gm"))].reduce((sum, [, number]) => sum + Number(number), 0);

/** Lines which say that something went wrong although every test may have passed: our own log at level error, or an error nobody caught. */
const isComplaint = (line: string) =>
  /"level":"(?:error|fatal)"/.test(line) || /^(?:Uncaught|Unhandled|error: Unhandled)/i.test(line);

/**
 * Counts what `bun test` printed. A run that ended badly without a failed test (a file that does not load, a time limit) counts as
 * one failure, and so do complaints in the log: a passing test that prints an error hides the next real one.
 */
export function countTests(exitCode: number, output: string): Outcome {
  const passed = count(output, "pass");
  const failed = count(output, "fail");
  const skipped = count(output, "skip") + count(output, "todo");
  const complaints = output.split("\n").filter(isComplaint);
  const endedBadly = failed === 0 && (exitCode !== 0 || passed === 0);
  const notes = [
    `${passed} passed`,
    failed > 0 && `${failed} failed`,
    skipped > 0 && `${skipped} skipped`,
    endedBadly && `ended with exit code ${exitCode}`,
    complaints.length > 0 && `${complaints.length} errors printed by tests`,
  ];
  return {
    passed,
    failed: failed + (endedBadly ? 1 : 0) + (complaints.length > 0 ? 1 : 0),
    output: `${withoutPasses(output)}${complaints.map((line) => `printed by a test: ${line.slice(0, 400)}\n`).join("")}`,
    note: notes.filter(Boolean).join(", "),
  };
}

const withoutPasses = (output: string) =>
  output
    .split("\n")
    .filter((line) => !line.startsWith("(pass)"))
    .join("\n");

/** Runs tests with Bun's own runner, named by its arguments. One test may take 30 s. */
export async function runTests(
  given: string[],
  limitSeconds: number,
  env: Record<string, string> = {},
): Promise<Outcome> {
  const command = [process.execPath, "test", "--timeout=30000", ...given];
  const { exitCode, output } = await runCommand(command, limitSeconds, { env });
  return countTests(exitCode, output);
}

/** Several runs as one: counts are added up, what they printed and noted stands in their order. */
export const together = (outcomes: readonly Outcome[]): Outcome => ({
  passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
  failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
  output: outcomes.map(({ output }) => output).join("\n"),
  note: outcomes.map(({ note }) => note).join(" + "),
});

/**
 * Every `*.test.ts` below the folder: in two halves beside each other, and then by themselves those whose subject is time (`timed` are patterns of
 * their paths), which a busy machine would fail for no fault of theirs.
 */
export async function runAllTests(timed: readonly string[], limitSeconds: number): Promise<Outcome> {
  const others = timed.map((pattern) => `--path-ignore-patterns=**/${pattern}`);
  // Each has a PostgreSQL of its own: one alone has too few connections for both.
  const half = (at: number) => runTests([`--shard=${at}/2`, ...others], limitSeconds, { TEST_POSTGRES: `-${at}` });
  const halves = await Promise.all([half(1), half(2)]);
  return together([
    ...halves,
    await runTests(
      timed.map((pattern) => `./${pattern}`),
      limitSeconds,
    ),
  ]);
}
