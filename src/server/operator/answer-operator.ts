import { z } from "zod";
import { preferencesOf } from "../http/preferences";
import type { Step } from "../http/exchange";
import { newNonce, pagePolicy } from "../http/security-headers";
import type { Services } from "../services";
import type { Html } from "./html";
import { listDeadJobs } from "./list-dead-jobs";
import { isOperator, mintOperator, stayMs } from "./operator-key";
import { pageFrame } from "./page-frame";
import { readStatus } from "./read-status";
import { retryJobs } from "./retry-jobs";
import { enterPage, statusPage } from "./status-page";
import { wordsIn } from "./words";

const pageSize = 50;
const Id = z.uuid();

/** Whatever is asked for below /operator: whoever holds no key learns nothing, and no tenant's session opens it. */
export function createOperator(services: Services): Step {
  const { secretBox, platform, now, db } = services;
  const cookie = platform.secureCookies ? "__Host-operator" : "operator";
  const stay = (value: string, seconds: number) =>
    `${cookie}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${platform.secureCookies ? "; Secure" : ""}`;
  const back = (path: string, headers: Record<string, string> = {}) =>
    new Response(null, { status: 303, headers: { location: path, ...headers } });

  async function show(request: Request, status: number, body: (render: Render) => Promise<Html> | Html) {
    const { locale, theme } = preferencesOf(request);
    const [words, nonce] = [wordsIn(locale), newNonce()];
    const clock = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" });
    const time = (at: string) => `${clock.format(new Date(at))} UTC`;
    const text = await pageFrame({ locale, theme, nonce }, words, await body({ words, time }));
    const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": pagePolicy(nonce) };
    return new Response(text, { status, headers });
  }

  return async ({ request, url }) => {
    const { pathname, searchParams } = url;
    if (pathname !== "/operator" && !pathname.startsWith("/operator/")) return null;
    const cookies = new Bun.CookieMap(request.headers.get("cookie") ?? "");
    const isIn = isOperator(secretBox, "stay", cookies.get(cookie) ?? "", now());
    if (request.method === "POST") {
      const form = await request.formData().catch(() => new FormData());
      const field = (name: string) => String(form.get(name) ?? "").slice(0, 500);
      if (pathname === "/operator/enter") {
        if (!isOperator(secretBox, "key", field("key").trim(), now()))
          return show(request, 403, ({ words }) => enterPage(words, true));
        services.log.warn("the operator's page was entered", { action: "operator" });
        const value = mintOperator(secretBox, "stay", now());
        return back("/operator", { "set-cookie": stay(value, stayMs / 1000) });
      }
      if (!isIn) return back("/operator");
      if (pathname === "/operator/leave") return back("/operator", { "set-cookie": stay("", 0) });
      const id = form.has("id") ? Id.safeParse(field("id")).data : undefined;
      if (pathname !== "/operator/retry" || (form.has("id") && !id)) return back("/operator");
      return back(`/operator?retried=${await retryJobs(services, { id })}`);
    }
    if (pathname !== "/operator") return back("/operator");
    if (!isIn) return show(request, 200, ({ words }) => enterPage(words, false));
    const after = Id.safeParse(searchParams.get("after")).data;
    const [status, dead] = await Promise.all([readStatus(services), listDeadJobs(db, { after, limit: pageSize })]);
    const retried = z.coerce
      .number()
      .int()
      .min(0)
      .max(1000)
      .safeParse(searchParams.get("retried") ?? "x").data;
    return show(request, 200, ({ words, time }) => statusPage(status, dead, words, time, retried));
  };
}

type Render = { words: ReturnType<typeof wordsIn>; time: (at: string) => string };
