import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { EngineError } from "../engine/engine-error";
import { AppError, type FailureKey, failures } from "../lib/errors";
import { errorBody } from "./rest/error-body";
import { runOnce } from "./rest/run-once";
import { findUnstorableText } from "../lib/storable-text";
import type { OpenApiMeta } from "trpc-to-openapi";
import type { ApiScope } from "../lib/api-scopes";
import { type Context, mailboxContext, memberContext, tenantContext } from "./context";
import { recordDenial } from "./record-denial";

/** What is known of a procedure beside its schemas. */
export type Meta = {
  /** Where it stands in the REST API; without it, nowhere. */
  openapi?: OpenApiMeta["openapi"];
  /** Of the REST API, when it is neither 200 nor 204 for no answer. */
  successStatus?: 201 | 202 | 204;
  /** Which scope lets an API token call it; without one no token may. */
  scope?: ApiScope;
  /** Whose session or token it takes; without one, nobody's. */
  caller?: "member" | "tenant" | "mailbox";
  /** Also for a member who must add a second factor first. */
  isOpenToRestricted?: true;
};

/** For so long after signing in what is dangerous may be done without proving again who one is. */
export const freshMs = 600_000;

/** What a browser learns of a failure: the key, never a stack or a message of ours that was not meant for it. */
export type WireFailure = { key: FailureKey } & AppError["details"];

const engineFailures: Partial<Record<EngineError["failure"], FailureKey>> = {
  unauthorized: "auth.required",
  notFound: "message.not_found",
  refused: "submission.refused",
  unknownOutcome: "submission.unknown_outcome",
};

/** Names the expected failure behind any error; `unexpected` when there is none. */
export function failureOf(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (error instanceof EngineError)
    return new AppError(engineFailures[error.failure] ?? "engine.unavailable", {}, { cause: error });
  const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown };
  const unreachable = [
    "ECONNREFUSED",
    "CONNECT_TIMEOUT",
    "CONNECTION_CLOSED",
    "CONNECTION_ENDED",
    "CONNECTION_DESTROYED",
    "ECONNRESET",
    "EPIPE",
    "57P02",
    "57P01",
    "57P03",
    "53300",
  ];
  // A server on a socket file that was stopped has taken the file away.
  const isGone = code === "ENOENT" && syscall === "connect";
  if (isGone || (typeof code === "string" && unreachable.includes(code)))
    return new AppError("service.unavailable", {}, { cause: error });
  return error instanceof Error && error.cause ? failureOf(error.cause) : null;
}

/** What a caller learns of an error that left a procedure. */
export const wireFailure = (error: TRPCError): WireFailure => {
  if (error.cause instanceof ZodError && error.code === "BAD_REQUEST")
    return {
      key: "request.invalid",
      issues: error.cause.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })),
    };
  const failure = failureOf(error.cause);
  if (failure) return { key: failure.key, ...failure.details };
  return { key: error.code === "INTERNAL_SERVER_ERROR" ? "unexpected" : "request.invalid" };
};

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter: ({ shape, error }) => {
      const failure = wireFailure(error);
      const { stack: _, ...data } = shape.data;
      return { ...shape, ...errorBody(failure).error, data: { ...data, failure } };
    },
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
  });

const toWire = (failure: AppError) =>
  new TRPCError({ code: failures[failure.key].code, message: failure.message, cause: failure });

/** A stream fails while it is read, after the procedure has answered. Its page must learn whether to try again. */
async function* mappedStream(stream: AsyncIterable<unknown>): AsyncGenerator<unknown> {
  try {
    yield* stream;
  } catch (error) {
    const failure = failureOf(error);
    throw failure ? toWire(failure) : error;
  }
}

/** Maps whatever a verb throws to a tRPC error once, and logs what nobody expected. */
const mapped = t.middleware(async ({ ctx, next, path, type }) => {
  const started = performance.now();
  const result = await next();
  const fields = {
    action: path,
    request_id: ctx.requestId,
    ip: ctx.ip,
    duration_ms: Math.round(performance.now() - started),
  };
  const who = {
    tenant_id: (ctx.token ?? ctx.member ?? ctx.mailbox)?.tenantId,
    user_id: ctx.token?.tokenId ?? ctx.member?.memberId ?? ctx.mailbox?.mailUserId,
  };
  if (result.ok) {
    ctx.log[type === "query" ? "debug" : "info"]("procedure", { ...fields, ...who, result: "ok" });
    if (type === "subscription") return { ...result, data: mappedStream(result.data as AsyncIterable<unknown>) };
    return result;
  }
  if (result.error.cause instanceof ZodError && result.error.code === "BAD_REQUEST") return result;
  const failure = failureOf(result.error.cause);
  if (!failure && result.error.code === "INTERNAL_SERVER_ERROR")
    ctx.log.error("procedure", { ...fields, ...who, result: "unexpected", error: result.error.cause ?? result.error });
  else ctx.log.info("procedure", { ...fields, ...who, result: failure?.key ?? result.error.code });
  if (!failure) return result;
  await recordDenial(ctx, { procedure: path, reason: failure.key }, { isAct: type === "mutation" });
  throw toWire(failure);
});

/** Refuses what no column can hold before anybody has to think of it. */
const storable = t.middleware(async ({ next, getRawInput }) => {
  const path = findUnstorableText(await getRawInput());
  if (path === null) return next();
  throw new AppError("request.invalid", { issues: [{ path, message: "contains characters that cannot be kept" }] });
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/**
 * One effect for all calls with the same `Idempotency-Key`. It stands behind the gates, so that an answer is repeated only to who
 * could still ask for it.
 */
const once = t.middleware(async ({ ctx, next, path, type, getRawInput }) => {
  if (type !== "mutation" || ctx.idempotencyKey === undefined) return next();
  const outcome = await runOnce({ ctx, path, input: await getRawInput() }, async (cookies) => {
    const result = await next({ ctx: { ...ctx, cookies } });
    return { result, answered: result.ok ? { data: result.data } : null };
  });
  if ("result" in outcome) return outcome.result;
  // What `next` would have given; tRPC names the type but offers no way to make one.
  return { ok: true, data: outcome.repeated, ctx, marker: "middlewareMarker" } as never;
});

/** Anyone may call. */
export const publicProcedure = t.procedure.use(mapped).use(storable);
/** As `publicProcedure`, for what makes something: it may come with an `Idempotency-Key`. */
export const publicOnceProcedure = publicProcedure.use(once);
const mayAct = ({ member }: Context, meta: Meta | undefined) => {
  if (member?.isRestricted && !meta?.isOpenToRestricted) throw new AppError("auth.second_factor_required");
};

const requireFresh = ({ now, member }: Context) => {
  if (member && now().getTime() - member.authenticatedAt.getTime() > freshMs)
    throw new AppError("auth.reauth_required");
};

const signedInProcedure = publicProcedure.meta({ caller: "member" }).use(({ ctx, meta, next }) => {
  mayAct(ctx, meta);
  return next({ ctx: memberContext(ctx) });
});
/** A signed-in member; `ctx` is that member's tenant. */
export const memberProcedure = signedInProcedure.use(once);
/** As `memberProcedure`, for what is dangerous: the member has proven within ten minutes who they are. */
export const freshProcedure = signedInProcedure
  .use(({ ctx, next }) => {
    requireFresh(ctx);
    return next();
  })
  .use(once);

const scopedProcedure = publicProcedure.meta({ caller: "tenant" }).use(({ ctx, meta, next }) => {
  mayAct(ctx, meta);
  if (ctx.token && !(meta?.scope && ctx.token.scopes.includes(meta.scope))) throw new AppError("auth.scope_missing");
  return next({ ctx: tenantContext(ctx) });
});
/** A signed-in member, or a program whose token has the procedure's scope. */
export const tenantProcedure = scopedProcedure.use(once);
/** As `tenantProcedure`, for what is dangerous: a member proves again who they are; a program's token is proof enough. */
export const freshTenantProcedure = scopedProcedure
  .use(({ ctx, next }) => {
    requireFresh(ctx);
    return next();
  })
  .use(once);
/** A signed-in mailbox user; `ctx` is that person's mailbox. */
export const mailboxProcedure = publicProcedure
  .meta({ caller: "mailbox" })
  .use(({ ctx, next }) => next({ ctx: mailboxContext(ctx) }))
  .use(once);
