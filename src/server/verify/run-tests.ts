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

/**
 * Runs test files with Bun's own runner; without `files`, every `*.test.ts` below the folder. One
 * test may take 30 s.
 */
export async function runTests(files: string[], limitSeconds: number): Promise<Outcome> {
  const { exitCode, output } = await runCommand([process.execPath, "test", "--timeout=30000", ...files], limitSeconds);
  return countTests(exitCode, output);
}
