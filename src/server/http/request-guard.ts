import { type FailureKey, failures } from "../../lib/errors";
import type { Platform } from "../services";
import { isSameSite } from "./cross-site-guard";

/** A text of a million characters, in a script of three octets each, with what JSON adds. */
const messageBytes = 4_000_000;
const ordinaryBytes = 1_000_000;
/** The largest body that is read at all; octets. */
export const largestBodyBytes = messageBytes;
const messagePaths = new Set(["/api/trpc/webmail.send", "/api/v1/webmail/messages"]);
const bodyLimit = (pathname: string) => (messagePaths.has(pathname) ? messageBytes : ordinaryBytes);

const ownNames = new Set(["localhost", "127.0.0.1", "[::1]"]);
/** Data, which only our own pages and programs ask for; pages may be linked to from anywhere. */
const isData = (pathname: string) => pathname.startsWith("/api/") || pathname.startsWith("/mail/attachments/");

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
