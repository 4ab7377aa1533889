import { and, eq, inArray } from "drizzle-orm";
import { stagedFiles } from "../../../../../db/schema";
import type { MailboxCtx } from "~/server/context";
import type { OutgoingFile } from "../../schema/outgoing";

/** Lets go of files that wait here: their message has left, or they were taken out of it. Absent is fine. */
export async function removeFiles(ctx: MailboxCtx, files: readonly OutgoingFile[]): Promise<void> {
  const ids = files.flatMap((file) => ("fileId" in file ? [file.fileId] : []));
  if (ids.length === 0) return;
  const own = [eq(stagedFiles.tenantId, ctx.tenantId), eq(stagedFiles.mailUserId, ctx.actor.mailUserId)];
  const gone = await ctx.tx((tx) =>
    tx
      .delete(stagedFiles)
      .where(and(...own, inArray(stagedFiles.id, ids)))
      .returning({ storageKey: stagedFiles.storageKey }),
  );
  // Octets that stay behind because this fails are found by the sweep.
  await Promise.allSettled(gone.map(({ storageKey }) => ctx.blobs.remove(storageKey)));
}
