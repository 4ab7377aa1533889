import { answerExport, type ExportFile } from "~/server/answer-export";
import { audit } from "~/server/audit";
import { type Context, type MemberCtx, requireRole } from "~/server/context";
import { exportTenant } from "./export-tenant";

async function openExport(ctx: MemberCtx): Promise<ExportFile> {
  requireRole(ctx, "owner");
  await ctx.rateLimit("tenant-export", ctx.tenantId);
  const subject = { type: "tenant", id: ctx.tenantId } as const;
  await ctx.tx((tx) => audit(tx, ctx, { action: "tenant.export", subject }));
  return { name: "deftmail-export", pieces: exportTenant(ctx) };
}

/** GET /admin/export.json: everything that the panel knows of the tenant, for its owners; `null` for every other request. */
export async function tenantFile(request: Request, pathname: string, context: Context): Promise<Response | null> {
  if (pathname !== "/admin/export.json" || request.method !== "GET") return null;
  return answerExport(request, context, { page: "/admin/settings", procedure: "tenant.export", open: openExport });
}
