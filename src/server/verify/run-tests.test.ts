import { expect, test } from "bun:test";
import { countTests, together } from "./run-tests";

test("passed and failed tests are counted from what the runner prints", () => {
  expect(countTests(1, " 12 pass\n 2 skip\n 3 fail\n 40 expect() calls\n")).toMatchObject({ passed: 12, failed: 3 });
});

test("a run that breaks off without a failed test counts as failed", () => {
  expect(countTests(1, "error: Cannot find module\n 4 pass\n 0 fail\n")).toMatchObject({ passed: 4, failed: 1 });
  expect(countTests(0, "")).toMatchObject({ passed: 0, failed: 1 });
});

test("an error that a passing test prints into the log counts as failed", () => {
  const outcome = countTests(0, '{"level":"error","action":"jobs.run"}\n 5 pass\n 0 fail\n');
  expect(outcome).toMatchObject({ passed: 5, failed: 1 });
  expect(outcome.output).toContain("jobs.run");
});

test("a half that failed fails the whole, whatever the other one says", () => {
  const [good, bad] = [countTests(0, " 5 pass\n"), countTests(1, " 3 pass\n 2 fail\n")];
  expect(together([good, bad])).toMatchObject({ passed: 8, failed: 2, note: "5 passed + 3 passed, 2 failed" });
});
