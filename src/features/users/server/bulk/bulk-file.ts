import { z } from "zod";
import { answerExport, type ExportFile } from "~/server/answer-export";
import { audit } from "~/server/audit";
import type { Context, MemberCtx } from "~/server/context";
import { AppError, failures } from "~/lib/errors";
import type { RunLine } from "../../schema/runs";
import { getRun } from "../runs/get-run";
import { listRunRows } from "../runs/list-run-rows";

const batchSize = 1000;
const Query = z.strictObject({ run: z.uuid() });

const columns = {
  line: ({ line }) => String(line),
  address: ({ values }) => values["address"] ?? "",
  outcome: ({ state }) => state,
  reason: ({ issues }) =>
    issues.map(({ message }) => failures[message as keyof typeof failures]?.text ?? message).join(" "),
  id: ({ mailUserId }) => mailUserId ?? "",
} satisfies Record<string, (row: RunLine) => string>;

async function* batchesOf(ctx: MemberCtx, runId: string): AsyncGenerator<string[][], void> {
  for (let after: number | undefined = 0; after !== undefined;) {
    const page: Awaited<ReturnType<typeof listRunRows>> = await listRunRows(ctx, { runId, after, limit: batchSize });
    yield page.rows.map((row) => Object.values(columns).map((cell) => cell(row)));
    after = page.next;
  }
}

/** Begins the export of what became of a bulk action. Throws `run.not_found`, `request.invalid`. */
async function openExport(ctx: MemberCtx, query: Record<string, string>): Promise<ExportFile> {
  const asked = Query.safeParse(query);
  if (!asked.success) throw new AppError("request.invalid");
  const runId = asked.data.run;
  await getRun(ctx, { runId });
  const subject = { type: "tenant", id: ctx.tenantId } as const;
  await ctx.tx((tx) => audit(tx, ctx, { action: "user.run_export", subject, after: { runId } }));
  return { name: "deftmail-bulk-action", head: Object.keys(columns), batches: batchesOf(ctx, runId) };
}

/** GET /admin/bulk.csv?run=<id>: what became of each mailbox user of a bulk action; `null` for every other request. */
export async function bulkFile(request: Request, pathname: string, context: Context): Promise<Response | null> {
  if (pathname !== "/admin/bulk.csv" || request.method !== "GET") return null;
  return answerExport(request, context, { page: "/admin/users", procedure: "user.run_export", open: openExport });
}
