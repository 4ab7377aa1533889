import { EngineError } from "~/engine/engine-error";
import type { UserEngine } from "~/engine/mail-engine";
import type { Message } from "~/engine/mail-objects";
import type { OutgoingMessage } from "~/engine/mail-submissions";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import { answerReferences } from "./answer-references";
import type { Recipient } from "../schema/outgoing";
import type { SendMessage } from "../schema/sending";
import { listIdentities } from "./composing/list-identities";
import { engineFiles } from "./files/engine-files";

/**
 * The message as the mail server gets it. HTML leaves as it is given: the browser has cleaned what it shows, a mail program could send the same through
 * the submission port, and whoever reads mail has to clean all of it anyway. Throws `submission.forbidden_from`, `submission.draft_gone`, and
 * what the files throw.
 */
export async function composeMessage(
  ctx: MailboxCtx,
  engine: UserEngine,
  input: SendMessage,
  { messageId, holdSeconds }: { messageId: string; holdSeconds: number },
): Promise<OutgoingMessage> {
  const { replyToId, forwardOfId, draftId } = input;
  const [author, answered, draft] = await Promise.all([
    authorOf(ctx, engine, input.from),
    replyToId ? messageOrNull(engine, replyToId) : null,
    draftId ? requireDraft(engine, draftId) : undefined,
  ]);
  const attachments = await filesOf(ctx, engine, input, draft);
  const marks = replyToId
    ? ({ emailId: replyToId, keyword: "$answered" } as const)
    : forwardOfId && ({ emailId: forwardOfId, keyword: "$forwarded" } as const);
  return {
    ...author,
    ...{ to: input.to.map(toAddress), cc: input.cc.map(toAddress), bcc: input.bcc.map(toAddress) },
    ...{ subject: input.subject, text: input.text, html: input.html ?? null, messageId, attachments, holdSeconds },
    inReplyTo: answered?.messageId ? [answered.messageId] : [],
    references: answerReferences(answered),
    ...(draftId ? { draftId } : {}),
    ...(marks ? { marks } : {}),
  };
}

const toAddress = (recipient: Recipient) =>
  typeof recipient === "string" ? { name: null, email: recipient } : recipient;

/** A group has no identity in the mail server: whoever may write as one does so over the own address. */
async function authorOf(
  ctx: MailboxCtx,
  engine: UserEngine,
  from = ctx.actor.address,
): Promise<Pick<OutgoingMessage, "identityId" | "from" | "sender">> {
  const [allowed, identities] = await Promise.all([ctx.tx((tx) => listIdentities(tx, ctx)), engine.identities.list()]);
  const is = (address: string) => (one: { email: string }) => one.email.toLowerCase() === address.toLowerCase();
  const author = allowed.find(is(from));
  const identity = author && identities.find(is(author.kind === "group" ? ctx.actor.address : author.email));
  if (!identity) throw new AppError("submission.forbidden_from");
  return { identityId: identity.id, from: { name: author.name || null, email: author.email }, sender: identity.email };
}

/** What is answered may be gone by now: the answer goes all the same. */
const messageOrNull = (engine: UserEngine, id: string): Promise<Message | null> =>
  engine.messages.get(id).catch((error: unknown) => {
    if (error instanceof EngineError && error.failure === "notFound") return null;
    throw error;
  });

/** Each time it is saved a draft gets another id: one that is gone was sent or changed in another tab. */
async function requireDraft(engine: UserEngine, draftId: string): Promise<Message> {
  const draft = await messageOrNull(engine, draftId);
  if (!draft?.keywords.includes("$draft")) throw new AppError("submission.draft_gone");
  return draft;
}

/** Files of a draft are known by their Content-ID; in a message only pictures that its HTML shows have one. */
async function filesOf(ctx: MailboxCtx, engine: UserEngine, { files }: SendMessage, draft: Message | undefined) {
  const found = await engineFiles(ctx, engine, files, draft && [draft]);
  return found.map(({ cid, ...file }, at) => (files[at]?.cid === undefined || !cid ? file : { ...file, cid }));
}
