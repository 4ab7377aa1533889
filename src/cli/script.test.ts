import { expect, test } from "bun:test";
import { join } from "node:path";

const call = (script: string, ...words: string[]) => {
  const { exitCode, stderr } = Bun.spawnSync([process.execPath, join(import.meta.dir, script), ...words]);
  return { exitCode, said: stderr.toString() };
};

test.each([
  { script: "reconcile.ts", words: ["apply"] },
  { script: "db-seed.ts", words: ["again"] },
  { script: "domain-verify.ts", words: ["one.test", "two.test"] },
  { script: "tenant-list.ts", words: ["all"] },
  { script: "tenant-limits.ts", words: ["more"] },
  { script: "tenant-suspend.ts", words: ["now"] },
  { script: "tenant-resume.ts", words: ["now"] },
  { script: "status.ts", words: ["now"] },
  { script: "user-list.ts", words: ["now"] },
  { script: "guard-list.ts", words: ["now"] },
  { script: "operator-key.ts", words: ["now"] },
])("$script refuses a word it does not understand and says how it is called", ({ script, words }) => {
  const { exitCode, said } = call(script, ...words);
  expect(exitCode).toBe(2);
  expect(said).toContain(`What is "${words.at(-1)}"?`);
  expect(said).toContain("Usage:");
});

test("a program that asked for JSON gets a refusal as JSON, too", () => {
  const { exitCode, said } = call("domain-verify.ts", "--json", "one.test", "two.test");
  expect([exitCode, JSON.parse(said)]).toEqual([2, { error: { key: "usage", message: 'What is "two.test"?' } }]);
});
