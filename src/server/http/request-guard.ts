import { type FailureKey, failures } from "../../lib/errors";
import type { Platform } from "../services";
import { isSameSite } from "./cross-site-guard";

/** A text of a million characters and HTML of two, in a script of three octets each, with what JSON adds. */
const messageBytes = 12_000_000;
const ordinaryBytes = 1_000_000;
/** A file of mailbox users of five million octets, as base64. */
const importBytes = 7_000_000;
/** A file of a message, and so the largest body that is read at all. Mail servers take less; it is streamed and never held in memory. */
export const largestFileBytes = 75_000_000;
const limits: Record<string, number> = {
  "/mail/files": largestFileBytes,
  "/api/trpc/webmail.send": messageBytes,
  "/api/trpc/webmail.drafts.save": messageBytes,
  "/api/v1/webmail/drafts": messageBytes,
  "/api/v1/webmail/messages": messageBytes,
  "/api/trpc/users.imports.check": importBytes,
};
const bodyLimit = (pathname: string) => (Object.hasOwn(limits, pathname) ? limits[pathname]! : ordinaryBytes);

const ownNames = new Set(["localhost", "127.0.0.1", "[::1]"]);
/** Data, which only our own pages and programs ask for; pages may be linked to from anywhere. */
const isData = (pathname: string) =>
  pathname.startsWith("/api/") || /^\/mail\/(?:attachments|pictures)\//.test(pathname);

const refuse = (status: number, key: FailureKey, message: string = failures[key].text) =>
  Response.json({ error: { key, message } }, { status });

/**
 * Why a request is refused before anything is done for it, or `null`: it was meant for another host (a name that a stranger points at
 * us would make this origin theirs), it came from another site, or its body is too large or of unknown length.
 */
export function refusalOf(
  request: Request,
  { hostname, pathname }: URL,
  { appUrl }: Pick<Platform, "appUrl">,
  isAllowedOrigin = false,
): Response | null {
  if (!ownNames.has(hostname) && hostname !== new URL(appUrl).hostname)
    return refuse(
      421,
      "request.not_found",
      "This is another host: reach DeftMail by the address in its APP_URL setting.",
    );
  const site = request.headers.get("sec-fetch-site") ?? "none";
  const isForeignRead = isData(pathname) && site !== "same-origin" && site !== "none";
  if (!isAllowedOrigin && (isForeignRead || !isSameSite(request, appUrl))) return refuse(403, "auth.cross_site");
  if (request.headers.has("transfer-encoding")) return refuse(411, "request.invalid", "Say how long the body is.");
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimit(pathname))
    return refuse(413, "request.invalid", "The body is too large.");
  return null;
}
