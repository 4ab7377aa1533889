import { type AuditEntry, audit } from "~/server/audit";
import { type Context, systemContext } from "~/server/context";

/**
 * Writes down that somebody's sign-in was refused for a wrong password. Never rejects; not to be awaited by a sign-in, whose answer must
 * not take longer where there is a row to write for.
 */
export async function recordRefusal(ctx: Context, tenantId: string, subject: AuditEntry["subject"]): Promise<void> {
  const actor = { ...systemContext(ctx, { job: "sign-in" }, tenantId), ip: ctx.ip, requestId: ctx.requestId };
  await actor
    .tx((tx) => audit(tx, actor, { action: "auth.sign_in_refused", subject }))
    .catch((error: unknown) => ctx.log.error("a refused sign-in was not recorded", { tenant_id: tenantId, error }));
}
