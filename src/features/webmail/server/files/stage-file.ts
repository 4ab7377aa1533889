import { and, count, eq, sum } from "drizzle-orm";
import { mailUsers, stagedFiles } from "../../../../../db/schema";
import type { Transaction } from "../../../../../db/client";
import { AppError } from "~/lib/errors";
import { BlobTooLarge } from "~/server/blob-store";
import type { MailboxCtx } from "~/server/context";
import type { StagedFile } from "../../schema/files";
import { attachmentName } from "../attachment-name";
import { getLimits } from "./get-limits";
import { storageKeyOf } from "./storage-key";

/** How long a file waits for its message unless a draft names it. Milliseconds. */
export const stagedMs = 86_400_000;
/** What may wait for the messages of one mailbox: octets and files. */
const room = { bytes: 250_000_000, files: 500 };

const mediaType = /^(?!multipart\/)[a-z0-9!#$&^_.+-]{1,60}\/[a-z0-9!#$&^_.+-]{1,80}$/;

export type GivenFile = {
  /** As whoever attaches it calls it. */
  name: string;
  type: string;
  /** Octets, as announced: more are refused. */
  size: number;
  content: ReadableStream<Uint8Array>;
};

/**
 * Keeps a file until its message is sent, streamed to where it waits. Throws `file.too_large`, `file.no_room`, `request.invalid` when fewer
 * octets came than were announced, `request.too_many`, and what `withEngine` throws.
 */
export async function stageFile(ctx: MailboxCtx, given: GivenFile): Promise<StagedFile> {
  await ctx.rateLimit("file.mailbox", ctx.actor.mailUserId);
  const { maxFileBytes } = await getLimits(ctx);
  if (given.size > maxFileBytes) throw new AppError("file.too_large", { max: maxFileBytes });
  await ctx.tx((tx) => requireRoom(tx, ctx, given.size));
  const id = Bun.randomUUIDv7();
  const own = { id, tenantId: ctx.tenantId, mailUserId: ctx.actor.mailUserId };
  const storageKey = storageKeyOf(own);
  const type = given.type.toLowerCase();
  const file = {
    name: attachmentName(given.name),
    type: mediaType.test(type) ? type : "application/octet-stream",
    size: await put(ctx, storageKey, given),
  };
  try {
    await ctx.tx(async (tx) => {
      // Two that come at once are counted one after the other.
      await tx
        .select({ id: mailUsers.id })
        .from(mailUsers)
        .where(eq(mailUsers.id, own.mailUserId))
        .for("no key update");
      await requireRoom(tx, ctx, file.size);
      const expiresAt = new Date(ctx.now().getTime() + stagedMs);
      await tx.insert(stagedFiles).values({ ...own, ...file, storageKey, expiresAt });
    });
  } catch (error) {
    await ctx.blobs.remove(storageKey);
    throw error;
  }
  return { fileId: id, ...file };
}

async function put(ctx: MailboxCtx, key: string, { content, size, type }: GivenFile): Promise<number> {
  const stored = await ctx.blobs.put(key, content, { maxBytes: size, type }).catch((error: unknown) => {
    throw error instanceof BlobTooLarge ? new AppError("request.invalid") : error;
  });
  if (stored === size) return stored;
  await ctx.blobs.remove(key);
  throw new AppError("request.invalid");
}

async function requireRoom(tx: Transaction, ctx: MailboxCtx, more: number): Promise<void> {
  const own = and(eq(stagedFiles.tenantId, ctx.tenantId), eq(stagedFiles.mailUserId, ctx.actor.mailUserId));
  const [taken] = await tx
    .select({ files: count(), bytes: sum(stagedFiles.size).mapWith(Number) })
    .from(stagedFiles)
    .where(own);
  if ((taken?.files ?? 0) >= room.files || (taken?.bytes ?? 0) + more > room.bytes) throw new AppError("file.no_room");
}
