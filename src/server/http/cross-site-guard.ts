import { bearerOf } from "../rest/bearer";

const safeMethods = new Set(["GET", "HEAD"]);

/**
 * True when a request that may change something came from our own pages or from a program without cookies: Fetch Metadata first,
 * `Origin` where a browser does not send it (OWASP CSRF prevention).
 */
export function isSameSite(request: Request, appOrigin: string): boolean {
  if (safeMethods.has(request.method)) return true;
  const site = request.headers.get("sec-fetch-site");
  if (site) return site === "same-origin" || site === "none";
  const origin = request.headers.get("origin");
  // A trial is reached as localhost and as 127.0.0.1. Behind https the same name over http is somebody on the line.
  const isTrialName = appOrigin.startsWith("http:") && origin === `http://${request.headers.get("host")}`;
  if (origin) return origin === appOrigin || isTrialName;
  // Beside an API token cookies count for nothing, and no page can send one without having asked first (CORS preflight).
  return !request.headers.has("cookie") || bearerOf(request) !== undefined;
}
