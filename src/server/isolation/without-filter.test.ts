import { expect, test } from "bun:test";

const here = "src/server/isolation";

test("V8.4.1 a verb that forgets its tenant still shows nothing of another one: row-level security stands behind it", async () => {
  const command = [
    "test",
    "--timeout=60000",
    `--preload=./${here}/testing-without-filter.ts`,
    `./${here}/foreign-ids.test.ts`,
  ];
  const cwd = new URL("../../..", import.meta.url).pathname;
  const run = Bun.spawn([process.execPath, ...command], { cwd, stdout: "ignore", stderr: "pipe" });
  const [exitCode, output] = await Promise.all([run.exited, new Response(run.stderr).text()]);
  expect(Number(/(\d+) filters removed/.exec(output)?.[1])).toBeGreaterThan(20);
  expect([exitCode, exitCode ? output : ""]).toEqual([0, ""]);
}, 120_000);
