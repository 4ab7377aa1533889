import { createHash } from "node:crypto";
import { openApiDocument } from "../../openapi";
import { errorBody } from "./error-body";
import { restPrefix } from "./rest-routes";

export const openApiPath = `${restPrefix}/openapi.json`;

let made: { text: string; etag: string } | undefined;

function make() {
  const text = JSON.stringify(openApiDocument());
  return { text, etag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"` };
}

/** The document for programs, which ask again only whether it is still the same (RFC 9110, section 13.1.2). */
export function answerOpenApi(request: Request): Response {
  if (request.method !== "GET" && request.method !== "HEAD")
    return Response.json(errorBody({ key: "request.method_refused" }), { status: 405, headers: { allow: "GET" } });
  const { text, etag } = (made ??= make());
  const headers = { etag, "cache-control": "public, no-cache", "content-type": "application/json; charset=utf-8" };
  const isKnown = request.headers.get("if-none-match")?.includes(etag);
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(text, { headers });
}
