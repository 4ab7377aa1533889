import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { appRouter } from "../../router";
import { runInRequestScope } from "../../trpc/request-scope";
import { preferencesOf } from "./preferences";
import { createRequestContext } from "../create-context";
import type { Kv } from "../kv";
import type { Services } from "../services";
import { webmailFiles } from "../../features/webmail/server/files";
import { failures } from "../../lib/errors";
import { failureOf } from "../trpc";
import { isSameSite } from "./cross-site-guard";
import { health } from "./health";
import { addSecurityHeaders, newNonce, pagePolicy } from "./security-headers";

export type AnswerOptions = {
  services: Services;
  kv: Kv;
  /** SolidStart's built handler. */
  renderPage: (request: Request) => Promise<Response>;
  staticFile: (request: Request, pathname: string) => Promise<Response | null>;
};

const forbidden = () => Response.json({ error: { message: "The request came from another site." } }, { status: 403 });

/** Answers every request of the web process, cheapest first; `ip` is who asks. */
export function createAnswer({ services, kv, renderPage, staticFile }: AnswerOptions) {
  const { platform, log } = services;

  async function route(request: Request, ip: string, requestId: string): Promise<Response> {
    const { pathname } = new URL(request.url);
    const quick = (await health(pathname, services, kv)) ?? (await staticFile(request, pathname));
    if (quick) return quick;
    if (!isSameSite(request, platform.appUrl)) return forbidden();
    const { context, cookieHeaders } = await createRequestContext(services, { request, ip, requestId });
    const response = await inContext(request, pathname, context);
    const headers = new Headers(response.headers);
    for (const cookie of cookieHeaders) headers.append("set-cookie", cookie);
    if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
    return new Response(response.body, { status: response.status, headers });
  }

  async function inContext(
    request: Request,
    pathname: string,
    context: Awaited<ReturnType<typeof createRequestContext>>["context"],
  ) {
    if (pathname.startsWith("/api/trpc/"))
      return fetchRequestHandler({
        endpoint: "/api/trpc",
        req: request,
        router: appRouter,
        createContext: () => context,
      });
    const file = await webmailFiles(request, pathname, context);
    if (file) return file;
    if (pathname.startsWith("/api/"))
      return Response.json({ error: { message: "There is nothing here." } }, { status: 404 });
    const nonce = newNonce();
    const scope = { nonce, ...preferencesOf(request), router: appRouter, createContext: async () => context };
    const page = await runInRequestScope(scope, () => renderPage(request));
    page.headers.set("content-type", "text/html; charset=utf-8");
    page.headers.set("content-security-policy", pagePolicy(nonce));
    return page;
  }

  return async (request: Request, ip: string): Promise<Response> => {
    const requestId = Bun.randomUUIDv7();
    const response = await route(request, ip, requestId).catch((error: unknown) => {
      const failure = failureOf(error);
      const action = new URL(request.url).pathname;
      log.error("a request failed", { error, request_id: requestId, ip, action, result: failure?.key ?? "unexpected" });
      const key = failure?.key ?? "unexpected";
      return Response.json(
        { error: { message: failures[key].text, data: { failure: { key } } } },
        { status: failure ? 503 : 500 },
      );
    });
    addSecurityHeaders(response.headers, { secure: platform.secureCookies });
    response.headers.set("x-request-id", requestId);
    return response;
  };
}
