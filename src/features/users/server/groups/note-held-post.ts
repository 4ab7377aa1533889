import type { Transaction } from "../../../../../db/client";
import { enqueue } from "../../../../../jobs/enqueue";
import type { Ctx } from "~/server/context";

/** Several that come within a quarter of an hour are one mail to the administrators. */
const gatherMs = 15 * 60_000;

/** Has those who may decide told of a held post, when the caller's transaction commits. */
export const noteHeldPost = (tx: Transaction, ctx: Ctx, { id }: { id: string }): Promise<void> =>
  enqueue(
    tx,
    "group.held-notice",
    { tenantId: ctx.tenantId, groupId: id },
    { key: id, runAt: new Date(ctx.now().getTime() + gatherMs) },
  );
