import { and, eq, isNotNull, lte } from "drizzle-orm";
import { sessions } from "../../../../db/schema";
import type { Ctx } from "~/server/context";
import { releaseSessions } from "~/server/end-sessions";
import type { MailUserRow } from "./mail-user-view";

/** Destroys the engine's keys of a mailbox user's sessions that have ended. Rejects with `EngineError`. */
export async function destroyEndedKeys(ctx: Ctx, { id, engineId }: MailUserRow): Promise<void> {
  const ended = await ctx.tx((tx) =>
    tx
      .select({ id: sessions.id, engineKeyId: sessions.engineKeyId })
      .from(sessions)
      .where(
        and(
          eq(sessions.tenantId, ctx.tenantId),
          eq(sessions.mailUserId, id),
          isNotNull(sessions.engineKeyId),
          lte(sessions.expiresAt, ctx.now()),
        ),
      ),
  );
  const withAccount = ended.map((session) => ({ ...session, accountId: engineId }));
  await releaseSessions(ctx, ctx.tenantId, withAccount);
}
