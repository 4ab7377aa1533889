import { and, eq, inArray } from "drizzle-orm";
import { stagedFiles } from "../../../../../db/schema";
import type { MailboxCtx } from "~/server/context";
import type { OutgoingFile } from "../../schema/outgoing";
import { stagedMs } from "./stage-file";

/** Lets files wait for so long from now, in milliseconds: a draft names them, or a message that may still be taken back. */
export async function keepFiles(ctx: MailboxCtx, files: readonly OutgoingFile[], forMs = stagedMs): Promise<void> {
  const ids = files.flatMap((file) => ("fileId" in file ? [file.fileId] : []));
  if (ids.length === 0) return;
  const own = [eq(stagedFiles.tenantId, ctx.tenantId), eq(stagedFiles.mailUserId, ctx.actor.mailUserId)];
  const expiresAt = new Date(ctx.now().getTime() + forMs);
  await ctx.tx((tx) =>
    tx
      .update(stagedFiles)
      .set({ expiresAt })
      .where(and(...own, inArray(stagedFiles.id, ids))),
  );
}
