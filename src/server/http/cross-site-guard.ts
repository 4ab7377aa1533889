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
  if (origin) return origin === appOrigin || origin === `http://${request.headers.get("host")}`;
  return !request.headers.has("cookie");
}
