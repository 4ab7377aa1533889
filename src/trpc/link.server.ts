import { localLink, TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { AppRouter } from "~/router";
import { requestScope } from "./request-scope";

/**
 * What a page may keep of a failure: the shape that a browser would get. The error itself holds its cause, with stacks and paths, and
 * whatever a page fails with while it is rendered is written into the page.
 */
function withoutCause(error: TRPCClientError<AppRouter>): TRPCClientError<AppRouter> {
  const bare = new TRPCClientError<AppRouter>(error.message, error.shape ? { result: { error: error.shape } } : {});
  bare.stack = "";
  return bare;
}

/** While a page is rendered on the server, procedures are called in process: no HTTP hop, the request's own context. */
export const link: TRPCLink<AppRouter> = (runtime) => (operation) => {
  const scope = requestScope();
  if (!scope) throw new Error("a procedure was called outside a page request");
  const answers = localLink({ router: scope.router, createContext: scope.createContext })(runtime)(operation);
  return observable((observer) =>
    answers.subscribe({
      next: (value) => observer.next(value),
      error: (error) => observer.error(withoutCause(error)),
      complete: () => observer.complete(),
    }),
  );
};
