import { count, eq } from "drizzle-orm";
import { runRows } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import type { Services } from "~/server/services";
import { CheckImport } from "../../schema/imports";
import { workRun } from "../runs/work-run";
import { checkImport } from "./check-import";
import { startImport } from "./start-import";

/** A text as what the browser sends of a file. */
export const contentOf = (text: string | Uint8Array): string => Buffer.from(text as string).toString("base64");

export const checkText = (ctx: Ctx, text: string | Uint8Array, more: object = {}) =>
  checkImport(ctx, CheckImport.parse({ content: contentOf(text), fileName: "people.csv", ...more }));

/** Checks a file and imports it, as the panel and the worker do. */
export async function importText(services: Services, ctx: Ctx, text: string | Uint8Array, more: object = {}) {
  const { runId } = await checkText(ctx, text, more);
  await startImport(ctx, { runId });
  await workRun(services, { tenantId: ctx.tenantId, runId });
  return { runId, lines: await linesOf(ctx, runId) };
}

/** What became of each line: state, and its problems as `column: message`. */
export async function linesOf(ctx: Ctx, runId: string): Promise<{ line: number; state: string; problems: string[] }[]> {
  const rows = await ctx.tx((tx) => tx.select().from(runRows).where(eq(runRows.runId, runId)).orderBy(runRows.line));
  return rows.map(({ line, state, issues }) => ({
    ...{ line, state },
    problems: issues.map(({ column, message }) => `${column}: ${message.replace("imports.issue_", "")}`),
  }));
}

export const countRows = (ctx: Ctx) => ctx.tx(async (tx) => (await tx.select({ n: count() }).from(runRows))[0]!.n);
