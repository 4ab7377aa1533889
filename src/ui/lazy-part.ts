import { type Component, createComponent, createEffect, createMemo, createSignal, onCleanup } from "solid-js";
import { t } from "~/lib/i18n/t";
import { importAnew } from "~/lib/import-anew";
import { toast } from "./toast-store";

type Loaded<P extends object> = { default: Component<P> };

export type LazyPart<P extends object> = Component<P> & {
  /** Fetches it while a pointer is still on its way. Never fails: the opening says so if need be. */
  preload: () => void;
};

/** Milliseconds before the server is asked a second time. */
const pause = 400;

const ask = async () => void (await fetch("/favicon.svg", { method: "HEAD", cache: "no-store" }));

/** What the part itself imports cannot be asked for anew (`importAnew`), so nothing is imported before the server has answered. */
const reachServer = () => ask().catch(() => new Promise((resolve) => setTimeout(resolve, pause)).then(ask));

function sayNotLoaded(): void {
  toast(t("common.notLoaded"), { tone: "danger" });
}

/**
 * `const AddDialog = lazyPart(() => import("./add-dialog"), (part) => part.onClose())`: a component for what opens at a press, fetched at
 * the first one; `undefined` or true in `open` shows it. Solid's `lazy` would put the error page in place of everything while the server is
 * away; this one tries twice, says that it could not with `say`, and calls `close`; the next opening tries again.
 */
export function lazyPart<P extends object>(
  load: () => Promise<Loaded<P>>,
  close: (props: P) => void,
  say: () => void = sayNotLoaded,
): LazyPart<P> {
  let arrived: Component<P> | undefined;
  let coming: Promise<Component<P>> | undefined;
  const fetchPart = async () => {
    await reachServer();
    const module = await importAnew(load).catch((error: unknown) => {
      reportError(error);
      throw error;
    });
    return (arrived = module.default);
  };
  const fetchOnce = async () => arrived ?? (coming ??= fetchPart().finally(() => (coming = undefined)));

  const Part: Component<P> = (props) => {
    const [part, setPart] = createSignal(arrived);
    let isOver = false;
    onCleanup(() => (isOver = true));
    const fail = () => {
      if (isOver) return;
      say();
      close(props);
    };
    createEffect(() => {
      if (part() || ("open" in props && !props.open)) return;
      fetchOnce().then((component) => void setPart(() => component), fail);
    });
    return createMemo(() => {
      const component = part();
      return component && createComponent(component, props);
    }) as unknown as ReturnType<Component<P>>;
  };
  return Object.assign(Part, { preload: () => void fetchOnce().catch(() => {}) });
}
