import { enqueue } from "../../../../../jobs/enqueue";
import type { Ctx } from "~/server/context";
import type { MailUser } from "../../schema";
import type { CaseRef } from "../../schema/guard";
import { changeUser } from "../change-user";
import { toMailUser } from "../mail-user-view";
import { decideCase, findOpenCase } from "./decide-case";

const longestConnectionMs = 3_600_000;

/**
 * It was somebody else: the mailbox is suspended from signing in and sending, and every session of it ends; mail still arrives. The owner comes
 * back with a link for a new password once it is resumed. Throws `guard.not_found`, `guard.decided`.
 */
export async function confirmCase(ctx: Ctx, { caseId }: CaseRef): Promise<MailUser> {
  const userId = await findOpenCase(ctx, { caseId });
  const row = await changeUser(ctx, userId, ({ state }) => ({
    ...{ action: "guard.confirm", before: { state }, after: { state: "suspended" }, endsSessions: true },
    set: { state: "suspended", maySignIn: false, maySend: false, sendingPausedAt: null },
    async also(tx) {
      await decideCase(tx, ctx, caseId, "confirmed");
      // Connections that were open when nobody could sign in any more have ended by then.
      const runAt = new Date(ctx.now().getTime() + longestConnectionMs);
      await enqueue(tx, "guard.stop", { tenantId: ctx.tenantId, userId }, { key: userId, runAt });
    },
  }));
  return toMailUser(row);
}
