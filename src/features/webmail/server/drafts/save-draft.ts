import { EngineError } from "~/engine/engine-error";
import type { UserEngine } from "~/engine/mail-engine";
import type { Attachment, MessageContent, SavedDraft as EngineDraft } from "~/engine/mail-objects";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { SaveDraft, SavedDraft } from "../../schema/drafts";
import type { OutgoingFile } from "../../schema/outgoing";
import { keepFiles } from "../files/keep-files";
import { withEngine } from "../session-engine";
import { composeDraft, nullWhenGone } from "./compose-draft";
import { draftMessageId } from "./draft-message-id";
import { authorOf, revisionBy } from "./written-by";

type Stored = EngineDraft & { hasReplaced: boolean };

/**
 * Stores a draft in place of the one that it goes on from: there is always one, and never two by the same writer, whichever reply was lost. When
 * somebody else has gone on from the same draft both are kept, and the answer says so. Throws `draft.unknown_outcome` (save it again, as
 * repeated), `mailbox.full`, `file.not_found`, `file.too_large`, `request.too_many`.
 */
export async function saveDraft(ctx: MailboxCtx, input: SaveDraft): Promise<SavedDraft> {
  await ctx.rateLimit("draft.mailbox", ctx.actor.mailUserId);
  await keepFiles(ctx, input.files);
  return withEngine(ctx, async (engine) => {
    const messageId = draftMessageId(ctx, input.draftKey);
    const isOwn = ({ writer }: EngineDraft) => revisionBy(input.writer, writer) !== null;
    const isLater = ({ writer }: EngineDraft) => (revisionBy(input.writer, writer) ?? -1) > input.revision;
    const arrived = input.isRepeated ? (await engine.drafts.find(messageId)).filter(isOwn) : [];
    const overtaken = arrived.find(isLater);
    if (overtaken) return asItIs(overtaken, input.files);
    const before = await filesBefore(engine, input);
    const content = await composeDraft(ctx, engine, input, [...arrived, ...before]);
    const given = input.draftId === undefined ? [] : [input.draftId];
    const replaces = [...new Set([...given, ...input.against, ...arrived.map(({ id }) => id)])];

    const origin = { replyToId: input.replyToId, forwardOfId: input.forwardOfId };
    const stored: Stored = await engine.drafts
      .save(content, { writer: authorOf(input), replaces, origin })
      .catch((error: unknown) => found(engine, error, { messageId, author: authorOf(input), replaces }));
    const isAlone = stored.hasReplaced && !input.isRepeated && input.draftId !== undefined;
    const others = isAlone ? [] : (await engine.drafts.find(messageId)).filter(({ id }) => id !== stored.id);
    const later = others.find(isLater);
    if (later) {
      await engine.messages.destroy([stored.id]);
      return asItIs(later, input.files);
    }
    const leftOver = others.filter(isOwn).map(({ id }) => id);
    if (leftOver.length > 0) await engine.messages.destroy(leftOver);
    const [other] = others.filter((one) => !isOwn(one));
    return {
      ...{ draftId: stored.id, savedAt: stored.savedAt },
      files: sourcesOf(input.files, content, replaces, stored),
      conflict: other ? { draftId: other.id, savedAt: other.savedAt } : null,
    };
  });
}

/** The answer to a save that a later one of the same writer has overtaken. */
const asItIs = ({ id, savedAt }: EngineDraft, files: OutgoingFile[]): SavedDraft => ({
  ...{ draftId: id, savedAt, files, conflict: null },
});

/** The files of the draft that this one goes on from, if it is still there. */
async function filesBefore(
  engine: UserEngine,
  { draftId, files }: SaveDraft,
): Promise<{ attachments: Attachment[] }[]> {
  if (draftId === undefined || files.length === 0) return [];
  const before = await engine.messages.get(draftId).catch(nullWhenGone);
  return before ? [before] : [];
}

/** What became of a draft whose reply was lost: when it is there, what it replaces goes now. */
async function found(
  engine: UserEngine,
  error: unknown,
  { messageId, author, replaces }: { messageId: string; author: string; replaces: string[] },
): Promise<Stored> {
  if (!(error instanceof EngineError)) throw error;
  if (error.failure === "overQuota") throw new AppError("mailbox.full", {}, { cause: error });
  if (error.failure === "refused") throw new AppError("file.too_large", {}, { cause: error });
  if (error.failure === "notFound") throw new AppError("file.not_found", {}, { cause: error });
  if (error.failure !== "unknownOutcome") throw error;
  const drafts = await engine.drafts.find(messageId).catch(() => []);
  const made = drafts.find((draft) => draft.writer === author && !replaces.includes(draft.id));
  if (!made) throw new AppError("draft.unknown_outcome", {}, { cause: error });
  if (replaces.length > 0) await engine.messages.destroy(replaces);
  // Somebody else may have replaced them before: it is looked at once more.
  return { ...made, hasReplaced: false };
}

/** How each file is named from now on: those that lay in a draft that is replaced lie in this one. */
function sourcesOf(files: OutgoingFile[], content: MessageContent, replaces: string[], stored: EngineDraft) {
  return files.map((file, at) => {
    if ("fileId" in file || file.blobId === undefined || !replaces.includes(file.messageId)) return file;
    const cid = content.attachments[at]?.cid;
    const kept = stored.attachments.find((one) => cid !== undefined && one.cid === cid);
    if (!kept) return file;
    return { messageId: stored.id, blobId: kept.blobId, ...(cid === undefined ? {} : { cid }) };
  });
}
