import { mailboxContext, type Context, type MailboxCtx } from "~/server/context";
import { failureOf } from "~/server/trpc";
import { failures } from "~/lib/errors";
import { mailFrameHeaders, mailFrameHtml, mailFramePath } from "~/lib/mail-frame";
import { printFrameHeaders, printFramePath } from "~/lib/print-frame";
import { attachmentName } from "./attachment-name";
import { downloadMessage } from "./parts/download-message";
import { zipAttachments } from "./parts/zip-attachments";
import { withEngine } from "./session-engine";

const messageFilePath = /^\/mail\/messages\/([A-Za-z0-9_-]{1,200})\/(attachments\.zip|message\.eml)$/;
const attachmentPath = /^\/mail\/attachments\/([A-Za-z0-9_-]{1,200})$/;
/** Types that the reader may show inside a message; everything else is a download of unknown bytes. */
const shown = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

type Give = (ctx: MailboxCtx) => Promise<Response>;

function attachmentOf(request: Request, pathname: string): Give | null {
  const blobId = attachmentPath.exec(pathname)?.[1];
  if (!blobId) return null;
  const query = new URL(request.url).searchParams;
  const type = shown.has(query.get("type") ?? "") ? query.get("type")! : "application/octet-stream";
  const name = attachmentName(query.get("name") ?? "");
  return (ctx) => withEngine(ctx, (engine) => engine.blobs.download(blobId, name, type));
}

function messageFileOf(pathname: string): Give | null {
  const [, messageId, file] = messageFilePath.exec(pathname) ?? [];
  if (!messageId) return null;
  return (ctx) => (file === "message.eml" ? downloadMessage(ctx, { messageId }) : zipAttachments(ctx, { messageId }));
}

/**
 * Files of the webmail: the empty frames that messages are read in and printed from, and, of the mailbox that is signed in, attachments, all attachments of
 * a message in one, and messages as they came. `null` for every other path. An attachment is never shown by the browser itself: it is a download whose type comes from a short list.
 */
export async function webmailFiles(request: Request, pathname: string, context: Context): Promise<Response | null> {
  if (pathname === mailFramePath) return new Response(mailFrameHtml, { headers: mailFrameHeaders });
  if (pathname === printFramePath) return new Response(mailFrameHtml, { headers: printFrameHeaders });
  const give = attachmentOf(request, pathname) ?? messageFileOf(pathname);
  if (!give) return null;
  if (request.headers.get("sec-fetch-site") === "cross-site") return new Response(null, { status: 403 });
  try {
    return await give(mailboxContext(context));
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    const statuses: Record<string, number> = { UNAUTHORIZED: 401, NOT_FOUND: 404 };
    const { code, text } = failures[failure.key];
    const headers = { "content-type": "text/plain; charset=utf-8" };
    return new Response(text, { status: statuses[code] ?? 503, headers });
  }
}
