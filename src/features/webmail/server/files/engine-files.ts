import { and, eq, inArray } from "drizzle-orm";
import { stagedFiles } from "../../../../../db/schema";
import { EngineError } from "~/engine/engine-error";
import type { UserEngine } from "~/engine/mail-engine";
import type { Attachment, OutgoingAttachment } from "~/engine/mail-objects";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { OutgoingFile } from "../../schema/outgoing";
import { attachmentName } from "../attachment-name";

/** A file that the engine has, ready to stand in a message. */
export type EngineFile = OutgoingAttachment;

type StagedFile = typeof stagedFiles.$inferSelect;
type Sought = { file: OutgoingFile; cid: string | undefined };

/** Not every Content-ID that somebody may write can stand in a header (RFC 2045 section 7). */
const plainCid = (cid: string) => cid.replace(/[^\x21-\x7e]|[<>"\\]/g, "");

/** What a file that has no name of its own in the HTML is called in a draft. */
const fileCid = (id: string) => plainCid(`${id}@file`);

/**
 * Brings the files of a message to the engine, in the order given. One that lies there already, in another message or in what was saved of
 * this draft before (`drafts`, the last one first), is used as it lies; one that waits here is uploaded, streamed. With `drafts` every file gets
 * a Content-ID, so that the next draft finds it. Throws `file.not_found` when one is neither here nor there any more.
 */
export async function engineFiles(
  ctx: MailboxCtx,
  engine: UserEngine,
  files: readonly OutgoingFile[],
  drafts?: readonly { attachments: readonly Attachment[] }[],
): Promise<EngineFile[]> {
  if (files.length === 0) return [];
  const staged = await stagedById(ctx, files);
  const messages = new Map<string, Promise<Attachment[]>>();
  const attachmentsOf = (messageId: string) => {
    const asked =
      messages.get(messageId) ?? engine.messages.get(messageId).then(({ attachments }) => attachments, none);
    messages.set(messageId, asked);
    return asked;
  };

  const find = async ({ file, cid }: Sought): Promise<EngineFile> => {
    if ("messageId" in file && file.blobId === undefined) return wholeMessage(engine, file.messageId);
    if ("messageId" in file) {
      const there = (await attachmentsOf(file.messageId)).find(({ blobId }) => blobId === file.blobId);
      if (there) return toEngineFile(there, cid);
    }
    const kept = drafts?.flatMap(({ attachments }) => attachments).find((one) => cid !== undefined && one.cid === cid);
    if (kept) return toEngineFile(kept, cid);
    const row = "fileId" in file ? staged.get(file.fileId) : undefined;
    if (!row) throw new AppError("file.not_found");
    return upload(ctx, engine, row, cid);
  };

  const found: EngineFile[] = [];
  // One after the other: the engine takes few uploads at a time, and none of them is held in memory.
  for (const file of files) found.push(await find({ file, cid: cidOf(file, drafts !== undefined) }));
  return found;
}

function cidOf(file: OutgoingFile, isDraft: boolean): string | undefined {
  if (file.cid !== undefined) return plainCid(file.cid);
  if (!isDraft) return undefined;
  return fileCid("fileId" in file ? file.fileId : `${file.messageId}.${file.blobId ?? "whole"}`);
}

const toEngineFile = ({ blobId, name, type, size }: Attachment, cid: string | undefined): EngineFile => ({
  ...{ blobId, name: name === null ? type : attachmentName(name), type, size },
  ...(cid === undefined ? {} : { cid }),
});

async function stagedById(ctx: MailboxCtx, files: readonly OutgoingFile[]): Promise<Map<string, StagedFile>> {
  const ids = files.flatMap((file) => ("fileId" in file ? [file.fileId] : []));
  if (ids.length === 0) return new Map();
  const own = [eq(stagedFiles.tenantId, ctx.tenantId), eq(stagedFiles.mailUserId, ctx.actor.mailUserId)];
  const rows = await ctx.tx((tx) =>
    tx
      .select()
      .from(stagedFiles)
      .where(and(...own, inArray(stagedFiles.id, ids))),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function wholeMessage(engine: UserEngine, messageId: string): Promise<EngineFile> {
  const { blobId, size, subject } = await engine.messages.file(messageId).catch(gone);
  return { blobId, size, name: `${subject.slice(0, 100) || "message"}.eml`, type: "message/rfc822" };
}

async function upload(ctx: MailboxCtx, engine: UserEngine, row: StagedFile, cid: string | undefined) {
  const content = await ctx.blobs.open(row.storageKey, row.type);
  if (!content) throw new AppError("file.not_found");
  const { blobId } = await engine.blobs.upload(content, row.size);
  return { blobId, name: row.name, type: row.type, size: row.size, ...(cid === undefined ? {} : { cid }) };
}

const gone = (error: unknown): never => {
  throw error instanceof EngineError && error.failure === "notFound" ? new AppError("file.not_found") : error;
};
const none = (error: unknown): Attachment[] => {
  if (error instanceof EngineError && error.failure === "notFound") return [];
  throw error;
};
