import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { apiTokens, auditLogs } from "../../../db/schema";
import { audit } from "../audit";
import { type Context, tenantContext } from "../context";
import { networkOf } from "../network-of";

const everyMs = 60_000;
const remembered = 5000;
/** When this process last wrote down a token's use from a network. */
const noted = new Map<string, number>();

/**
 * Writes down that a token was used, at most once a minute, and in the audit log when it is the first time from that network. Nobody
 * waits for it: the returned promise is for tests, and never rejects.
 */
export async function noteTokenUse(context: Context): Promise<void> {
  const { token, ip, now, log } = context;
  if (!token) return;
  const network = networkOf(ip);
  const key = `${token.tokenId} ${network}`;
  const at = now().getTime();
  if (at - (noted.get(key) ?? -Infinity) < everyMs) return;
  if (noted.size >= remembered) noted.delete(noted.keys().next().value!);
  noted.set(key, at);
  await write(context, token.tokenId, network).catch((error: unknown) =>
    log.warn("the use of an API token could not be noted", { tenant_id: token.tenantId, error }),
  );
}

async function write(context: Context, tokenId: string, network: string): Promise<void> {
  const ctx = tenantContext(context);
  const { tenantId, ip } = ctx;
  const at = ctx.now();
  await ctx.tx(async (tx) => {
    const own = and(eq(apiTokens.tenantId, tenantId), eq(apiTokens.id, tokenId));
    const [row] = await tx.select({ lastUsedIp: apiTokens.lastUsedIp }).from(apiTokens).where(own).for("update");
    if (!row) return;
    const isDue = or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, at));
    await tx.update(apiTokens).set({ lastUsedAt: at, lastUsedIp: ip }).where(and(own, isDue));
    if (row.lastUsedIp !== null && networkOf(row.lastUsedIp) === network) return;
    const [before] = await tx
      .select({ id: auditLogs.id })
      .from(auditLogs)
      .where(
        and(
          ...[
            eq(auditLogs.tenantId, tenantId),
            eq(auditLogs.subjectType, "api_token"),
            eq(auditLogs.subjectId, tokenId),
          ],
          ...[eq(auditLogs.action, "token.use"), eq(sql`${auditLogs.after}->>'network'`, network)],
        ),
      )
      .limit(1);
    if (before) return;
    await audit(tx, ctx, { action: "token.use", subject: { type: "api_token", id: tokenId }, after: { network } });
  });
}
