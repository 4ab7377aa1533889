import { expect, setDefaultTimeout, test } from "bun:test";

setDefaultTimeout(240_000);

const here = "src/server/isolation";

/** Runs one file of tests in a process of its own, in which no verb names the tenant that asks. */
async function runWithoutFilter(file: string) {
  const command = ["test", "--timeout=60000", `--preload=./${here}/testing-without-filter.ts`, `./${here}/${file}`];
  const cwd = new URL("../../..", import.meta.url).pathname;
  const run = Bun.spawn([process.execPath, ...command], { cwd, stdout: "ignore", stderr: "pipe" });
  const [exitCode, output] = await Promise.all([run.exited, new Response(run.stderr).text()]);
  return { exitCode, output, removed: Number(/(\d+) filters removed/.exec(output)?.[1]) };
}

test("V8.4.1 a verb that forgets its tenant still shows nothing of another one: row-level security stands behind it", async () => {
  const { exitCode, output, removed } = await runWithoutFilter("foreign-ids.test.ts");
  expect(removed).toBeGreaterThan(20);
  expect([exitCode, exitCode ? output : ""]).toEqual([0, ""]);
});

test("with both walls gone the other tenant shows, so that the tests of each mean something", async () => {
  const { exitCode, output } = await runWithoutFilter("without-policies.test.ts");
  expect(exitCode).toBe(1);
  for (const path of ["domains.get", "users.get"]) expect(output).toContain(`"${path}"`);
});
