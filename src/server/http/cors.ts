import { bearerOf } from "../rest/bearer";
import { restPrefix } from "../rest/rest-routes";
import { errorBody } from "../rest/error-body";
import type { Platform } from "../services";
import type { Step } from "./exchange";

/** How long a browser may remember the answer to a preflight; seconds. */
const maxAge = "600";
const readable = "retry-after, x-request-id";

/**
 * Lets pages of the sites that the operator has named call the REST API, each by an API token and none with cookies (Fetch standard,
 * section 3.2). Everybody else gets no such header, so that browsers keep what we answer from other sites.
 */
export function createCors({ corsOrigins }: Pick<Platform, "corsOrigins">): Step {
  const allowed = new Set(corsOrigins);
  return (exchange) => {
    const { request, url, headers } = exchange;
    const origin = request.headers.get("origin");
    if (!url.pathname.startsWith(`${restPrefix}/`) || allowed.size === 0) return null;
    headers.append("vary", "Origin");
    if (!origin || !allowed.has(origin)) return null;
    headers.set("access-control-allow-origin", origin);
    headers.set("access-control-expose-headers", readable);
    if (request.method === "OPTIONS" && request.headers.has("access-control-request-method")) {
      headers.set("access-control-allow-methods", "GET, POST, PUT, PATCH, DELETE");
      headers.set("access-control-allow-headers", "authorization, content-type, idempotency-key");
      headers.set("access-control-max-age", maxAge);
      return new Response(null, { status: 204 });
    }
    // With a token whatever cookies came along count for nothing.
    if (bearerOf(request) === undefined) return Response.json(errorBody({ key: "auth.required" }), { status: 401 });
    exchange.isAllowedOrigin = true;
    return null;
  };
}
