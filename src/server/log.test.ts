import { expect, test } from "bun:test";
import { sql } from "drizzle-orm";
import { testDatabase } from "../../db/testing";
import { createLog } from "./log";

const { db } = await testDatabase();

test("a query that failed is logged with its reason and without what was in it", async () => {
  const lines: string[] = [];
  const error = await db.execute(sql`select ${"canary\nof a password"}::uuid`).catch((error: unknown) => error);
  createLog("test", "info", (line) => void lines.push(line)).error("procedure", { error });
  const { message, stack, cause } = JSON.parse(lines[0]!).error;
  expect(`${message} ${stack}`).not.toContain("canary");
  expect(message).toStartWith("Failed query: select");
  expect(stack).toContain("    at ");
  expect(cause.name).toBe("PostgresError");
});

test("nothing that a stranger sends can forge a line of the log", () => {
  const lines: string[] = [];
  createLog("test", "info", (line) => void lines.push(line)).info("x", { action: '"}\n{"level":"error"\u2028' });
  expect(lines.map((line) => line.split("\n").length)).toEqual([2]);
});
