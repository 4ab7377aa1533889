import { requirePrincipal, findPrincipal } from "./authenticate-request";
import { apiRoute } from "./api-route";
import { downloadRoute } from "./download-route";
import { eventSourceRoute } from "./event-source-route";
import type { HttpContext } from "./http-context";
import { notFound, Problem } from "./problem";
import { buildSession } from "./session";
import { uploadRoute } from "./upload-route";

type Route = (
  context: HttpContext,
  request: Request,
  ip: string,
  match: RegExpExecArray,
) => Promise<Response> | Response;

const decode = (text: string | undefined) => {
  try {
    return decodeURIComponent(text ?? "");
  } catch {
    throw notFound();
  }
};

async function sessionRoute(context: HttpContext, request: Request, ip: string): Promise<Response> {
  const { directory } = context.jmap;
  const session = buildSession(directory, await findPrincipal(directory, request, ip), context.publicUrl());
  return Response.json(session, { headers: { "Cache-Control": "no-cache, no-store, must-revalidate" } });
}

async function accountRoute({ jmap }: HttpContext, request: Request, ip: string): Promise<Response> {
  const { permissions } = await requirePrincipal(jmap.directory, request, ip);
  return Response.json({ permissions: [...permissions], edition: "oss", locale: "en_US" });
}

/** Whoever answers is up and has its databases open. */
const health = () =>
  Response.json(
    { type: "about:blank", status: 200, title: "OK" },
    { headers: { "Content-Type": "application/problem+json" } },
  );

const routes: [method: string, path: RegExp, route: Route][] = [
  ["GET", /^\/\.well-known\/jmap$/, () => new Response(null, { status: 307, headers: { Location: "/jmap/session" } })],
  ["GET", /^\/jmap\/session$/, sessionRoute],
  ["POST", /^\/jmap\/?$/, apiRoute],
  [
    "POST",
    /^\/jmap\/upload\/([^/]+)\/?$/,
    (context, request, ip, [, accountId]) => uploadRoute(context, request, ip, decode(accountId)),
  ],
  [
    "GET",
    /^\/jmap\/download\/([^/]+)\/([^/]+)\/([^/]*)$/,
    (context, request, ip, [, accountId, blobId, name]) =>
      downloadRoute(context, request, ip, { accountId: decode(accountId), blobId: decode(blobId), name: decode(name) }),
  ],
  ["GET", /^\/jmap\/eventsource\/?$/, eventSourceRoute],
  ["GET", /^\/api\/account$/, accountRoute],
  ["GET", /^\/healthz\/live$/, health],
  ["GET", /^\/healthz\/ready$/, health],
];

async function dispatch(context: HttpContext, request: Request, ip: string): Promise<Response> {
  const { pathname } = new URL(request.url);
  for (const [method, path, route] of routes) {
    const match = request.method === method ? path.exec(pathname) : null;
    if (match) return route(context, request, ip, match);
  }
  throw notFound();
}

/** Serves the engine's HTTP surface on `port` (0 picks one) of `hostname`. `stop` closes open streams too. */
export function serveHttp(context: HttpContext, { hostname, port }: { hostname: string; port: number }) {
  const server = Bun.serve({
    hostname,
    port,
    idleTimeout: 255,
    // Each route has its own limit and names it; this one only has to be above them.
    maxRequestBodySize: 1_000_000_000,
    async fetch(request, self) {
      const ip = self.requestIP(request)?.address ?? "127.0.0.1";
      // An event stream may be silent for as long as its client wants.
      if (request.url.includes("/jmap/eventsource")) self.timeout(request, 0);
      try {
        return await dispatch(context, request, ip);
      } catch (error) {
        if (error instanceof Problem) return error.toResponse();
        context.onError("http", error);
        return new Problem(500, "Internal Server Error", "The server failed.").toResponse();
      }
    },
  });
  return { port: server.port ?? port, stop: () => server.stop(true) };
}
