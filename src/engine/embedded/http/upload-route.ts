import { canAccess } from "../jmap/account-access";
import { coreLimits } from "../jmap/jmap";
import { storeUpload } from "../mail/blobs";
import { requirePrincipal } from "./authenticate-request";
import type { HttpContext } from "./http-context";
import { forbidden, notFound } from "./problem";
import { readBody } from "./read-body";

/** POST /jmap/upload/{accountId}/ (RFC 8620 section 6.1); answers 200, as Stalwart does. */
export async function uploadRoute(
  context: HttpContext,
  request: Request,
  ip: string,
  accountId: string,
): Promise<Response> {
  const { directory, mail, store } = context.jmap;
  const principal = await requirePrincipal(directory, request, ip);
  if (!canAccess(directory, principal, accountId)) throw notFound();
  if (!principal.permissions.has("jmapBlobUpload")) throw forbidden();
  return context.uploads.run(principal.accountId, async () => {
    const bytes = await readBody(request, coreLimits.maxSizeUpload, "maxSizeUpload");
    const type = request.headers.get("content-type") ?? "application/octet-stream";
    store.openAccount(accountId);
    return Response.json({ accountId, blobId: storeUpload(mail, accountId, bytes, type), type, size: bytes.length });
  });
}
