import type { TRPCClient } from "@trpc/client";
import { importAnew } from "~/lib/import-anew";
import type { AppRouter } from "~/router";

type Call = (...args: unknown[]) => unknown;
type Unsubscribable = { unsubscribe(): void };

let coming: Promise<TRPCClient<AppRouter>> | undefined;

/** The first call fetches it; one that failed leaves it to the next. */
const client = () =>
  (coming ??= importAnew(() => import("./eager-client")).then(
    (module) => module.eagerClient,
    (error: unknown) => {
      coming = undefined;
      throw error;
    },
  ));

/** Fetches the client; a form that is being filled in calls it, so that sending does not have to wait. Never fails: the sending says so. */
export const warmUp = (): void => void client().catch(() => {});

const reach = (client: object, path: readonly string[]) =>
  path.reduce((node: unknown, name) => (node as Record<string, unknown>)[name], client) as Call;

/** Milliseconds after which a stream that had no client to begin with asks for one again. */
const againMs = 2000;

/** A stream can be given up before the client has arrived, and begins late where the client does. */
function subscribe(path: readonly string[], args: unknown[]): Unsubscribable {
  let isOver = false;
  let stream: Unsubscribable | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  const begin = () =>
    void client().then(
      (at) => {
        if (!isOver) stream = reach(at, path)(...args) as Unsubscribable;
      },
      () => {
        if (!isOver) again = setTimeout(begin, againMs);
      },
    );
  begin();
  return {
    unsubscribe() {
      isOver = true;
      clearTimeout(again);
      stream?.unsubscribe();
    },
  };
}

const procedureAt = (path: readonly string[]): unknown =>
  new Proxy(() => {}, {
    get: (_, name) => (typeof name === "string" ? procedureAt([...path, name]) : undefined),
    apply: (_, __, args: unknown[]) =>
      path.at(-1) === "subscribe" ? subscribe(path, args) : client().then((at) => reach(at, path)(...args)),
  });

/**
 * The one way to reach the server from a page; the package's `imports` map picks the transport. SolidStart puts every page's queries into
 * the first script of every page, so what stands behind a call (15 kB compressed) is fetched with the first call.
 */
export const trpc = procedureAt([]) as TRPCClient<AppRouter>;
