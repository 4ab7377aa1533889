import { mailboxContext, type Context } from "~/server/context";
import { failureOf } from "~/server/trpc";
import { failures } from "~/lib/errors";
import { mailFrameHeaders, mailFrameHtml, mailFramePath } from "~/lib/mail-frame";
import { attachmentName } from "./attachment-name";
import { withEngine } from "./session-engine";

const attachmentPath = /^\/mail\/attachments\/([A-Za-z0-9_-]{1,200})$/;
/** Types that the reader may show inside a message; everything else is a download of unknown bytes. */
const shown = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

/**
 * Files of the webmail: the empty frame that messages are shown in, and attachments of the mailbox that is signed in. `null` for every
 * other path. An attachment is never shown by the browser itself: it is a download whose type comes from a short list.
 */
export async function webmailFiles(request: Request, pathname: string, context: Context): Promise<Response | null> {
  if (pathname === mailFramePath) return new Response(mailFrameHtml, { headers: mailFrameHeaders });
  const blobId = attachmentPath.exec(pathname)?.[1];
  if (!blobId) return null;
  if (request.headers.get("sec-fetch-site") === "cross-site") return new Response(null, { status: 403 });
  const query = new URL(request.url).searchParams;
  const type = shown.has(query.get("type") ?? "") ? query.get("type")! : "application/octet-stream";
  const name = attachmentName(query.get("name") ?? "");
  try {
    return await withEngine(mailboxContext(context), (engine) => engine.blobs.download(blobId, name, type));
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    const statuses: Record<string, number> = { UNAUTHORIZED: 401, NOT_FOUND: 404 };
    const { code, text } = failures[failure.key];
    const headers = { "content-type": "text/plain; charset=utf-8" };
    return new Response(text, { status: statuses[code] ?? 503, headers });
  }
}
