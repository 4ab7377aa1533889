import { appRouter } from "../../router";
import { runInRequestScope } from "../../trpc/request-scope";
import { errorBody } from "../rest/error-body";
import type { KnownStep } from "./exchange";
import { preferencesOf } from "./preferences";
import { newNonce, pagePolicy } from "./security-headers";

/** The pages of the product, each under a policy that lets only its own scripts run. `renderPage` is SolidStart's built handler. */
export const answerPage =
  (renderPage: (request: Request) => Promise<Response>): KnownStep =>
  async ({ request, url, context }) => {
    // SolidStart's own way to call the server: no function is offered there.
    if (url.pathname.startsWith("/api/") || url.pathname.startsWith("/_server"))
      return Response.json(errorBody({ key: "request.not_found" }), { status: 404 });
    if (request.method !== "GET" && request.method !== "HEAD")
      return Response.json(errorBody({ key: "request.method_refused" }), {
        status: 405,
        headers: { allow: "GET, HEAD" },
      });
    const nonce = newNonce();
    const scope = { nonce, ...preferencesOf(request), router: appRouter, createContext: async () => context };
    const page = await runInRequestScope(scope, () => renderPage(request));
    page.headers.set("content-type", "text/html; charset=utf-8");
    page.headers.set("content-security-policy", pagePolicy(nonce));
    return page;
  };
