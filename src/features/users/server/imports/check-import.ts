import { and, eq } from "drizzle-orm";
import { domains, runs } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import { requireConfirmed } from "~/server/require-confirmed";
import type { CheckImport, ImportCheck } from "../../schema/imports";
import { mostRows } from "../../schema/imports";
import { insertRun, insertRunRows } from "../runs/insert-run";
import type { ImportPlan } from "./import-plan";
import { addressesIn, judgeRows, type Judgement } from "./judge-rows";
import { parseRow } from "./parse-row";
import { readFacts } from "./read-facts";
import { readImport } from "./read-import";

const stateOf = { refuse: "failed", skip: "skipped", create: "waiting", change: "waiting" } as const;

const valuesOf = ({ wanted, values }: Judgement): Record<string, string> => {
  const { passwordHash, ...rest } = values;
  return { ...rest, wanted, ...(passwordHash && wanted !== "refuse" && wanted !== "skip" ? { passwordHash } : {}) };
};

/**
 * The dry run: reads the whole file, says for each line what would be done or why it cannot be, and keeps that as a planned run; nothing else is
 * changed. Throws `import.unreadable`, `import.empty`, `import.too_long`, `import.no_address`, `domain.not_found`, `auth.not_confirmed`,
 * `auth.role_too_low`.
 */
export async function checkImport(ctx: Ctx, input: CheckImport): Promise<ImportCheck> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const { content, fileName, existing, quotaBytes, domainId, ...wishes } = input;
  const file = readImport(Buffer.from(content, "base64"), wishes);
  if (file.rows.length === 0) throw new AppError("import.empty");
  if (file.rows.length > mostRows) throw new AppError("import.too_long", { max: mostRows });
  if (!file.mapping.includes("address")) throw new AppError("import.no_address");
  return ctx.tx(async (tx) => {
    await requireConfirmed(tx, ctx);
    const own =
      domainId && and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domainId), withinReach(ctx, domains.id));
    const [home] = own ? await tx.select({ name: domains.name }).from(domains).where(own) : [];
    if (domainId && !home) throw new AppError("domain.not_found");
    const rows = file.rows.map((row) => parseRow(row, file.mapping, home?.name));
    const judged = judgeRows(rows, await readFacts(tx, ctx, addressesIn(rows)), { existing, quotaBytes });
    const count = (wanted: Judgement["wanted"]) => judged.filter((row) => row.wanted === wanted).length;
    const wanted = { create: count("create"), change: count("change"), skip: count("skip"), refuse: count("refuse") };
    const plan: ImportPlan = { fileName, existing, quotaBytes, locale: ctx.locale ?? "en", wanted };
    const run = await insertRun(tx, ctx, { kind: "import", plan, total: rows.length });
    const lines = judged.map((row) => ({
      ...{ line: row.line, values: valuesOf(row), state: stateOf[row.wanted] },
      ...{ issues: row.wanted === "refuse" ? row.issues : [], mailUserId: row.wanted === "skip" ? row.userId : null },
    }));
    await insertRunRows(tx, run, lines);
    const over = { done: wanted.refuse + wanted.skip, failed: wanted.refuse };
    await tx.update(runs).set(over).where(eq(runs.id, run.id));
    const subject = { type: "tenant", id: ctx.tenantId } as const;
    await audit(tx, ctx, { action: "import.check", subject, after: { runId: run.id, fileName, lines: rows.length } });
    const { encoding, separator } = file;
    return { runId: run.id, encoding, separator, total: rows.length, wanted };
  });
}
