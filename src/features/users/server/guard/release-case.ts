import { enqueue } from "../../../../../jobs/enqueue";
import type { Ctx } from "~/server/context";
import type { MailUser } from "../../schema";
import type { CaseRef } from "../../schema/guard";
import { changeUser } from "../change-user";
import { toMailUser } from "../mail-user-view";
import { decideCase, findOpenCase } from "./decide-case";

/** It was its owner: the mailbox may send again, and is not paused for as much within a day. Throws `guard.not_found`, `guard.decided`. */
export async function releaseCase(ctx: Ctx, { caseId }: CaseRef): Promise<MailUser> {
  const userId = await findOpenCase(ctx, { caseId });
  const row = await changeUser(ctx, userId, ({ sendingPausedAt }) => ({
    ...{ action: "guard.release", set: { sendingPausedAt: null }, before: { sendingPausedAt } },
    async also(tx) {
      await decideCase(tx, ctx, caseId, "released");
      await enqueue(tx, "guard.stop", { tenantId: ctx.tenantId, userId }, { key: userId });
    },
  }));
  return toMailUser(row);
}
