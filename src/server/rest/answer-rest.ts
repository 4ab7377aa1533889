import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { appRouter } from "../../router";
import type { Context } from "../context";
import { createCallerFactory, failureOf, wireFailure } from "../trpc";
import { answerFile } from "./answer-file";
import { answerOpenApi, openApiPath } from "./answer-openapi";
import { errorBody } from "./error-body";
import { readInput } from "./rest-input";
import { matchRoute, restPrefix, type RestRoute } from "./rest-routes";
import { restStatus } from "./rest-status";
import { successStatus } from "./success-status";

const callerOf = createCallerFactory(appRouter);

/**
 * Answers a call of the REST API by the procedure that stands behind it: the same gates, schemas and verbs as for our own pages. The
 * document at `/api/v1/openapi.json` says what there is. (The handler that comes with `trpc-to-openapi` is not used: it loosens the
 * schemas that it coerces for all other callers, too, and answers a strange query with 500.)
 */
export async function answerRest(request: Request, url: URL, context: Context): Promise<Response> {
  if (url.pathname === openApiPath) return answerOpenApi(request);
  const file = await answerFile(request, url.pathname.slice(restPrefix.length), context).catch(refuse);
  if (file) return file;
  const method = request.method === "HEAD" ? "GET" : request.method;
  const match = matchRoute(method, url.pathname.slice(restPrefix.length));
  if (!("route" in match)) return refusePath(match.allowed);
  try {
    const data = await callProcedure(context, match.route, await readInput(match, request, url));
    return succeed(match.route, data);
  } catch (error) {
    return refuse(error);
  }
}

function callProcedure(context: Context, { procedure }: RestRoute, input: unknown): Promise<unknown> {
  let at: unknown = callerOf(context, { signal: context.signal });
  for (const name of procedure.split(".")) at = (at as Record<string, unknown>)[name];
  return (at as (input: unknown) => Promise<unknown>)(input);
}

function succeed(route: RestRoute, data: unknown): Response {
  const status = successStatus(route);
  return status === 204 ? new Response(null, { status }) : Response.json(data, { status });
}

/** Throws on what nobody expected: it is logged where requests end. */
function refuse(error: unknown): Response {
  const isExpected = error instanceof TRPCError || error instanceof ZodError || failureOf(error) !== null;
  if (!isExpected) throw error;
  const failure = wireFailure(
    error instanceof TRPCError ? error : new TRPCError({ code: "BAD_REQUEST", cause: error }),
  );
  const headers = new Headers();
  if (failure.retryAfterSeconds) headers.set("retry-after", String(failure.retryAfterSeconds));
  const status = restStatus(failure.key);
  // RFC 9110, section 11.6.1: a 401 says how one could do better.
  if (status === 401) headers.set("www-authenticate", 'Bearer realm="DeftMail"');
  return Response.json(errorBody(failure), { status, headers });
}

function refusePath(allowed: string[]): Response {
  if (allowed.length === 0) return Response.json(errorBody({ key: "request.not_found" }), { status: 404 });
  const headers = { allow: allowed.join(", ") };
  return Response.json(errorBody({ key: "request.method_refused" }), { status: 405, headers });
}
