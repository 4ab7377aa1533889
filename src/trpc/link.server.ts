import { localLink, type TRPCLink } from "@trpc/client";
import type { AppRouter } from "~/router";
import { requestScope } from "./request-scope";

/** While a page is rendered on the server, procedures are called in process: no HTTP hop, the request's own context. */
export const link: TRPCLink<AppRouter> = (runtime) => (operation) => {
  const scope = requestScope();
  if (!scope) throw new Error("a procedure was called outside a page request");
  return localLink({ router: scope.router, createContext: scope.createContext })(runtime)(operation);
};
