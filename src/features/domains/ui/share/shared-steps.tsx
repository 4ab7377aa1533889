import { createResource, createSignal, Match, onCleanup, onMount, Switch } from "solid-js";
import { failureKeyOf } from "~/features/auth/ui/failure-key";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { Notice } from "~/ui/notice";
import { Spinner } from "~/ui/spinner";
import type { SharedRecords } from "../../schema/share";
import { failureText } from "../domain-failure";
import { SharedView } from "./shared-view";

type Looked = { seen: SharedRecords } | { refused: true } | { why: unknown };

const everyMs = 15_000;

const look = (token: string): Promise<Looked> =>
  trpc.domains.share.read.mutate({ token }).then(
    (seen) => ({ seen }),
    (why: unknown) =>
      ["auth.link_invalid", "request.invalid"].includes(failureKeyOf(why) ?? "") ? { refused: true } : { why },
  );

/** What the link behind the `#` shows, looked at again while the page is open. */
export function SharedSteps() {
  // It stays in the address: whoever works through the records comes back and loads the page anew.
  const [token, setToken] = createSignal<string | null>(null);
  const [looked, { refetch }] = createResource(() => token() || false, look, { ssrLoadFrom: "initial" });
  onMount(() => {
    const take = () => setToken(window.location.hash.slice(1));
    take();
    window.addEventListener("hashchange", take);
    onCleanup(() => window.removeEventListener("hashchange", take));
    const timer = setInterval(() => {
      if (token() && document.visibilityState === "visible") void refetch();
    }, everyMs);
    onCleanup(() => clearInterval(timer));
  });
  const seen = () => {
    const now = looked.latest;
    return now && "seen" in now ? now.seen : undefined;
  };
  const isRefused = () => token() === "" || (looked.latest !== undefined && "refused" in looked.latest);
  const failure = () => (looked.latest && "why" in looked.latest ? { why: looked.latest.why } : undefined);
  return (
    <Switch
      fallback={
        <p class="flex items-center gap-3">
          <Spinner /> {t("guide.sharedBusy")}
        </p>
      }
    >
      <Match when={isRefused()}>
        <Notice tone="warning" title={t("guide.sharedRefusedTitle")}>
          {t("guide.sharedRefused")}
        </Notice>
      </Match>
      <Match when={failure()}>{(failed) => <Notice tone="danger">{failureText(failed().why)}</Notice>}</Match>
      <Match when={seen()}>{(shown) => <SharedView seen={shown()} />}</Match>
    </Switch>
  );
}
