import { createResource, createSignal, Match, Show, Switch } from "solid-js";
import { languageTag } from "~/lib/i18n/language-tag";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Spinner } from "~/ui/spinner";
import type { Closure } from "../../schema/tenant";
import { createLinkToken } from "../account/link-token";
import { failureKeyOf } from "../failure-key";
import { failureText } from "../failure-text";

type Looked = { closure: Closure } | { refused: true } | { why: unknown };

const refusedOr = (why: unknown): Looked =>
  ["auth.link_invalid", "request.invalid"].includes(failureKeyOf(why) ?? "") ? { refused: true } : { why };
const look = (token: string): Promise<Looked> =>
  trpc.auth.tenant.closure.mutate({ token }).then((closure) => ({ closure }), refusedOr);

/** Opens a closed tenant again by the link that opened this page; without one, says what happened. */
export function ReopenSteps() {
  const token = createLinkToken();
  const [isBusy, setBusy] = createSignal(false);
  const [isDone, setDone] = createSignal(false);
  const [looked, { mutate }] = createResource(() => token() || false, look, { ssrLoadFrom: "initial" });
  const closure = () => {
    const now = looked.latest;
    return now && "closure" in now ? now.closure : undefined;
  };
  const failure = () => (looked.latest && "why" in looked.latest ? { why: looked.latest.why } : undefined);
  const day = (at: string) => new Date(at).toLocaleDateString(languageTag(navigator.language), { dateStyle: "long" });
  const reopen = async () => {
    setBusy(true);
    await trpc.auth.tenant.reopen.mutate({ token: token() ?? "" }).then(
      () => setDone(true),
      (error: unknown) => mutate(refusedOr(error)),
    );
    setBusy(false);
  };
  return (
    <div class="grid gap-5" aria-live="polite">
      <Switch
        fallback={
          <p class="m-0 flex items-center gap-3">
            <Spinner /> {t("tenant.reopenBusy")}
          </p>
        }
      >
        <Match when={token() === ""}>
          <Notice tone="accent" title={t("tenant.closedTitle")}>
            {t("tenant.closedText")}
          </Notice>
        </Match>
        <Match when={looked.latest && "refused" in looked.latest}>
          <Notice tone="warning" title={t("tenant.reopenRefusedTitle")}>
            {t("tenant.reopenRefusedText")}
          </Notice>
        </Match>
        <Match when={failure()}>{(failed) => <Notice tone="danger">{failureText(failed().why)}</Notice>}</Match>
        <Match when={closure()}>
          {(known) => (
            <Show
              when={!isDone()}
              fallback={
                <Notice tone="success" title={t("tenant.reopenDoneTitle", { company: known().company })}>
                  {t("tenant.reopenDoneText")}
                </Notice>
              }
            >
              <p class="m-0">{t("tenant.reopenText", { company: known().company, date: day(known().eraseAt) })}</p>
              <Button variant="primary" size="lg" busy={isBusy()} onClick={() => void reopen()}>
                {t("tenant.reopen", { company: known().company })}
              </Button>
            </Show>
          )}
        </Match>
      </Switch>
      <LinkButton href="/login" size="lg" variant={isDone() ? "primary" : "secondary"}>
        {t("auth.signIn")}
      </LinkButton>
    </div>
  );
}
