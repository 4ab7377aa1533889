import { canAccess } from "../jmap/account-access";
import { encodeParameter } from "../mail/compose/encode-word";
import { requirePrincipal } from "./authenticate-request";
import type { HttpContext } from "./http-context";
import { notFound } from "./problem";

const mediaType = /^[A-Za-z0-9!#$&^_.+-]+\/[A-Za-z0-9!#$&^_.+-]+(?:;[\x20-\x7e]*)?$/;

type DownloadPath = { accountId: string; blobId: string; name: string };

/** GET /jmap/download/{accountId}/{blobId}/{name}?accept={type} (RFC 8620 section 6.2). Always an attachment, never sniffed. */
export async function downloadRoute(
  context: HttpContext,
  request: Request,
  ip: string,
  path: DownloadPath,
): Promise<Response> {
  const { directory, store } = context.jmap;
  const principal = await requirePrincipal(directory, request, ip);
  const bytes = canAccess(directory, principal, path.accountId) ? store.readBlob(path.accountId, path.blobId) : null;
  if (!bytes) throw notFound();
  const accept = new URL(request.url).searchParams.get("accept") ?? "";
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": mediaType.test(accept) ? accept : "application/octet-stream",
      "Content-Disposition": `attachment; ${encodeParameter("filename", path.name)}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "private, immutable, max-age=31536000",
    },
  });
}
