import type { TRPCClient } from "@trpc/client";
import type { AppRouter } from "~/router";

type Call = (...args: unknown[]) => unknown;
type Unsubscribable = { unsubscribe(): void };

/** Fetches the client; a form that is being filled in calls it, so that sending does not have to wait. */
export const warmUp = async () => (await import("./eager-client")).eagerClient;

const reach = (client: object, path: readonly string[]) =>
  path.reduce((node: unknown, name) => (node as Record<string, unknown>)[name], client) as Call;

/** A stream can be given up before the client has arrived. */
function subscribe(path: readonly string[], args: unknown[]): Unsubscribable {
  let isOver = false;
  let stream: Unsubscribable | undefined;
  void warmUp().then((client) => {
    if (!isOver) stream = reach(client, path)(...args) as Unsubscribable;
  });
  return {
    unsubscribe() {
      isOver = true;
      stream?.unsubscribe();
    },
  };
}

const procedureAt = (path: readonly string[]): unknown =>
  new Proxy(() => {}, {
    get: (_, name) => (typeof name === "string" ? procedureAt([...path, name]) : undefined),
    apply: (_, __, args: unknown[]) =>
      path.at(-1) === "subscribe" ? subscribe(path, args) : warmUp().then((client) => reach(client, path)(...args)),
  });

/**
 * The one way to reach the server from a page; the package's `imports` map picks the transport. SolidStart puts every page's queries into
 * the first script of every page, so what stands behind a call (15 kB compressed) is fetched with the first call.
 */
export const trpc = procedureAt([]) as TRPCClient<AppRouter>;
