import { AsyncLocalStorage } from "node:async_hooks";
import type { AppRouter } from "~/router";
import type { Context } from "~/server/context";

/**
 * What one page request carries from `Bun.serve` into the rendered application. The built bundle and the server are two module
 * graphs in one process, so the storage hangs on a registered symbol and the bundle needs no server code.
 */
export type RequestScope = {
  nonce: string;
  locale: "en" | "de";
  theme: "light" | "dark" | "system";
  router: AppRouter;
  createContext: () => Promise<Context>;
};

const key = Symbol.for("deftmail.request-scope");
const holder = globalThis as { [key]?: AsyncLocalStorage<RequestScope> };
const storage = (holder[key] ??= new AsyncLocalStorage<RequestScope>());

export const requestScope = (): RequestScope | undefined => storage.getStore();
export const runInRequestScope = <T>(scope: RequestScope, work: () => T): T => storage.run(scope, work);
