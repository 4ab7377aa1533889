import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { appRouter } from "../../router";
import { runInRequestScope } from "../../trpc/request-scope";
import { preferencesOf } from "./preferences";
import { createRequestContext } from "../create-context";
import type { Kv } from "../kv";
import type { Services } from "../services";
import { providerVisits } from "../../features/auth/server/oauth/provider-visits";
import { auditFile } from "../../features/auth/server/audit/audit-file";
import { usersFile } from "../../features/users/server/users-file";
import { webmailFiles } from "../../features/webmail/server/files";
import { failures } from "../../lib/errors";
import { answerRest, restPrefix } from "../rest/answer-rest";
import { failureOf } from "../trpc";
import { createFloodGate, type FloodLimit } from "./flood-gate";
import { createHealth } from "./health";
import { refusalOf } from "./request-guard";
import { addSecurityHeaders, newNonce, pagePolicy } from "./security-headers";

export type AnswerOptions = {
  services: Services;
  kv: Kv;
  /** SolidStart's built handler. */
  renderPage: (request: Request) => Promise<Response>;
  staticFile: (request: Request, pathname: string) => Promise<Response | null>;
  floodLimit: FloodLimit;
};

/** As many calls as a page asks for at once (`trpc/link.browser.ts`). */
const maxBatchSize = 20;

const nothingHere = () => Response.json({ error: { message: "There is nothing here." } }, { status: 404 });
const badRequest = () => Response.json({ error: { message: "This is not a request for DeftMail." } }, { status: 400 });
const readOnly = () =>
  Response.json({ error: { message: "Pages can only be read." } }, { status: 405, headers: { allow: "GET, HEAD" } });

/** RFC 9110 section 10.2.3, for whoever was told to wait. */
function retryAfter(errors: readonly { cause?: unknown }[]): { headers?: Headers } {
  const seconds = Math.max(0, ...errors.map(({ cause }) => failureOf(cause)?.details.retryAfterSeconds ?? 0));
  return seconds > 0 ? { headers: new Headers({ "retry-after": String(seconds) }) } : {};
}

/** Answers every request of the web process, cheapest first; `ip` is who asks. */
export function createAnswer({ services, kv, renderPage, staticFile, floodLimit }: AnswerOptions) {
  const { platform, log } = services;
  const health = createHealth(services, kv);
  const floodGate = createFloodGate(floodLimit);

  async function route(request: Request, url: URL, ip: string, requestId: string): Promise<Response> {
    const { pathname } = url;
    // Probes ask by address, not by name.
    const quick =
      (await health(pathname)) ?? refusalOf(request, url, platform) ?? (await staticFile(request, pathname));
    if (quick) return quick;
    const { context, cookieHeaders } = await createRequestContext(services, { request, ip, requestId });
    await floodGate(context);
    const response = await inContext(request, pathname, context);
    const headers = new Headers(response.headers);
    for (const cookie of cookieHeaders) headers.append("set-cookie", cookie);
    return new Response(response.body, { status: response.status, headers });
  }

  async function inContext(
    request: Request,
    pathname: string,
    context: Awaited<ReturnType<typeof createRequestContext>>["context"],
  ) {
    if (pathname.startsWith(`${restPrefix}/`)) return answerRest(request, new URL(request.url), context);
    if (pathname.startsWith("/api/trpc/"))
      return fetchRequestHandler({
        endpoint: "/api/trpc",
        req: request,
        router: appRouter,
        createContext: () => context,
        maxBatchSize,
        responseMeta: ({ errors }) => retryAfter(errors),
      });
    const file =
      (await webmailFiles(request, pathname, context)) ??
      (await providerVisits(request, pathname, context)) ??
      (await auditFile(request, pathname, context)) ??
      (await usersFile(request, pathname, context));
    if (file) return file;
    // SolidStart's own way to call the server: no function is offered there.
    if (pathname.startsWith("/api/") || pathname.startsWith("/_server")) return nothingHere();
    if (request.method !== "GET" && request.method !== "HEAD") return readOnly();
    const nonce = newNonce();
    const scope = { nonce, ...preferencesOf(request), router: appRouter, createContext: async () => context };
    const page = await runInRequestScope(scope, () => renderPage(request));
    page.headers.set("content-type", "text/html; charset=utf-8");
    page.headers.set("content-security-policy", pagePolicy(nonce));
    return page;
  }

  return async (request: Request, ip: string): Promise<Response> => {
    const requestId = Bun.randomUUIDv7();
    const url = URL.parse(request.url);
    const answered = url ? route(request, url, ip, requestId) : Promise.resolve(badRequest());
    const response = await answered.catch((error: unknown) => {
      const failure = failureOf(error);
      const key = failure?.key ?? "unexpected";
      const body = { error: { message: failures[key].text, data: { failure: { key, ...failure?.details } } } };
      if (key === "request.too_many") return Response.json(body, { status: 429, ...retryAfter([{ cause: failure }]) });
      log.error("a request failed", { error, request_id: requestId, ip, action: url?.pathname, result: key });
      return Response.json(body, { status: failure ? 503 : 500 });
    });
    if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
    addSecurityHeaders(response.headers, { secure: platform.secureCookies });
    response.headers.set("x-request-id", requestId);
    return response;
  };
}
