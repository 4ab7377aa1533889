import { z } from "zod";
import { answerExport, type ExportFile } from "~/server/answer-export";
import { audit } from "~/server/audit";
import type { Context, MemberCtx } from "~/server/context";
import { AppError } from "~/lib/errors";
import { de } from "~/lib/i18n/de";
import { en } from "~/lib/i18n/en";
import type { Messages } from "~/lib/i18n/keys";
import type { RunLine } from "../../schema/runs";
import { listRunRows } from "../runs/list-run-rows";
import { getImport } from "./get-import";

const batchSize = 1000;
const Query = z.strictObject({ run: z.uuid() });

type Words = (key: string) => string | undefined;

const wordsIn = (locale: Context["locale"]): Words => {
  const { imports } = (locale === "de" ? de : en) as unknown as { imports: Messages };
  return (key) => {
    const found = imports[key.replace(/^imports\./, "")];
    return typeof found === "string" ? found : undefined;
  };
};

const problemOf = ({ issues }: RunLine, say: Words) =>
  issues
    .map(({ column, message }) =>
      [say(`field_${column}`), say(message) ?? say("issue_other")].filter(Boolean).join(": "),
    )
    .join(" ");

async function* batchesOf(ctx: MemberCtx, runId: string, say: Words): AsyncGenerator<string[][], void> {
  for (let after: number | undefined = 0; after !== undefined;) {
    const page: Awaited<ReturnType<typeof listRunRows>> = await listRunRows(ctx, { runId, after, limit: batchSize });
    after = page.next;
    yield page.rows.map((row) => [
      ...[String(row.line), row.values["address"] ?? "", row.values["displayName"] ?? ""],
      ...[say(`outcome_${row.state}`) ?? row.state, problemOf(row, say), row.mailUserId ?? ""],
    ]);
  }
}

/** Begins the file of what became of each line of an import. Throws what `getImport` throws. */
async function openResult(
  ctx: MemberCtx,
  query: Record<string, string>,
  locale: Context["locale"],
): Promise<ExportFile> {
  const asked = Query.safeParse(query);
  if (!asked.success) throw new AppError("request.invalid");
  const { id: runId } = await getImport(ctx, { runId: asked.data.run });
  const subject = { type: "tenant", id: ctx.tenantId } as const;
  await ctx.tx((tx) => audit(tx, ctx, { action: "import.export", subject, after: { runId } }));
  const say = wordsIn(locale);
  const head = ["columnLine", "columnAddress", "field_displayName", "columnOutcome", "columnProblem"];
  const names = [...head.map((key) => say(key) ?? key), "id"];
  return { name: "deftmail-import", head: names, batches: batchesOf(ctx, runId, say) };
}

/** GET /admin/import.csv?run=…: what became of each line of an import, in the reader's language; `null` for every other request. */
export async function importFile(request: Request, pathname: string, context: Context): Promise<Response | null> {
  if (pathname !== "/admin/import.csv" || request.method !== "GET") return null;
  return answerExport(request, context, {
    ...{ page: "/admin/users/import", procedure: "import.export" },
    open: (ctx, query) => openResult(ctx, query, context.locale),
  });
}
