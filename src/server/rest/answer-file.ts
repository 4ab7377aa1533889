import { AttachmentRef } from "../../features/webmail/schema";
import { downloadAttachment } from "../../features/webmail/server/download-attachment";
import { type Context, mailboxContext } from "../context";

/** What the REST API gives out as it is, not as JSON; braces name parameters. */
export const attachmentRoute = "/webmail/messages/{messageId}/attachments/{blobId}";

const pattern = /^\/webmail\/messages\/([\w-]{1,255})\/attachments\/([\w-]{1,255})$/;

/** Answers a request for a file, `null` for every other path. Throws what the verb throws. */
export async function answerFile(request: Request, path: string, context: Context): Promise<Response | null> {
  const [, messageId, blobId] = pattern.exec(path) ?? [];
  if (request.method !== "GET" || !messageId) return null;
  return downloadAttachment(mailboxContext(context), AttachmentRef.parse({ messageId, blobId }));
}
