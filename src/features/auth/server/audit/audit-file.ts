import { answerExport, type ExportFile } from "~/server/answer-export";
import { audit } from "~/server/audit";
import { type Context, type MemberCtx, requireRole } from "~/server/context";
import { AppError } from "~/lib/errors";
import { AuditFilter, type AuditEntry } from "../../schema/audit";
import { spanOf } from "./list-audit";
import { readTrail } from "./read-trail";
import { toEntries } from "./to-entries";
import { trailOf } from "./trail-of";

/** Rows that are read in one transaction. */
const batchSize = 500;

const columns = {
  time: ({ at }) => at,
  actor_kind: ({ actor }) => actor.kind,
  actor: ({ actor }) => actor.label,
  actor_id: ({ actor }) => actor.id,
  action: ({ action }) => action,
  subject_kind: ({ subject }) => subject.type,
  subject: ({ subject }) => subject.label ?? "",
  subject_id: ({ subject }) => subject.id,
  before: ({ before }) => (before ? JSON.stringify(before) : ""),
  after: ({ after }) => (after ? JSON.stringify(after) : ""),
  ip: ({ ip }) => ip,
  request_id: ({ requestId }) => requestId,
} satisfies Record<string, (entry: AuditEntry) => string>;

async function* batchesOf(ctx: MemberCtx, filter: AuditFilter): AsyncGenerator<string[][], void> {
  const { tenantId } = ctx;
  for (let after: string | undefined, first = true; first || after; first = false) {
    const { entries, next } = await ctx.tx(async (tx) => {
      const where = await trailOf(tx, tenantId, filter);
      const page = await readTrail(tx, { tenantId, ...where, ...spanOf(filter), after, limit: batchSize });
      return { entries: await toEntries(tx, tenantId, page.rows), next: page.next };
    });
    yield entries.map((entry) => Object.values(columns).map((cell) => cell(entry)));
    after = next;
  }
}

/** Begins the export of the whole log, or of what the filter of its page leaves. Throws `auth.role_too_low`, `request.invalid`. */
async function openExport(ctx: MemberCtx, query: Record<string, string>): Promise<ExportFile> {
  requireRole(ctx, "owner", "admin");
  const filter = AuditFilter.safeParse(query);
  if (!filter.success) throw new AppError("request.invalid");
  const subject = { type: "tenant", id: ctx.tenantId } as const;
  await ctx.tx((tx) => audit(tx, ctx, { action: "audit.export", subject, after: filter.data }));
  return { name: "deftmail-audit", head: Object.keys(columns), batches: batchesOf(ctx, filter.data) };
}

/** GET /admin/audit.csv: the audit log as a table, newest first; `null` for every other request. */
export async function auditFile(request: Request, pathname: string, context: Context): Promise<Response | null> {
  if (pathname !== "/admin/audit.csv" || request.method !== "GET") return null;
  return answerExport(request, context, { page: "/admin/audit", procedure: "audit.export", open: openExport });
}
