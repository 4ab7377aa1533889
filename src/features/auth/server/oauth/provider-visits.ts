import { failureOf } from "~/server/trpc";
import { AppError } from "~/lib/errors";
import type { Context } from "~/server/context";
import { beginVisit } from "./begin-visit";
import { returnFromProvider } from "./return-from-provider";
import { openCookie } from "./sealed-cookie";
import { visitCookie } from "./visit-cookie";

const visitPath = /^\/auth\/oauth\/([a-z]{1,20})(\/callback)?$/;

const sendTo = (location: string) => new Response(null, { status: 303, headers: { location } });

/**
 * `GET /auth/oauth/<provider>` sends a browser to a provider, `GET /auth/oauth/<provider>/callback` takes it back; `null` for every other
 * path. Whatever fails leads to the sign-in page, or to the security page who adds a way in; there it is said.
 */
export async function providerVisits(request: Request, pathname: string, context: Context): Promise<Response | null> {
  const [, id, isBack] = visitPath.exec(pathname) ?? [];
  if (!id || !context.providers.some((provider) => provider.id === id)) return null;
  if (request.method !== "GET") return new Response(null, { status: 405, headers: { allow: "GET" } });
  const query = new URL(request.url).searchParams;
  const isAdding = Boolean(isBack && context.member && openCookie(context, visitCookie)?.linkTo);
  try {
    if (isBack) {
      const [code, state, issuer, error] = ["code", "state", "iss", "error"].map((name) => query.get(name));
      const brought = { code: code ?? null, state: state ?? null, issuer: issuer ?? null, error: error ?? null };
      return sendTo(await returnFromProvider(context, id, brought));
    }
    // Nobody else's page may set a browser on its way.
    if (!["same-origin", "none"].includes(request.headers.get("sec-fetch-site") ?? "none"))
      throw new AppError("auth.cross_site");
    return sendTo(
      String(await beginVisit(context, { provider: id, next: query.get("next"), isAgain: context.member !== null })),
    );
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    const { requestId: request_id, ip } = context;
    const why = (failure.cause as Error | undefined)?.message;
    context.log.info("a visit to a provider failed", { provider: id, result: failure.key, why, request_id, ip });
    return sendTo(`${isAdding ? "/admin/security" : "/login"}?problem=${failure.key}`);
  }
}
