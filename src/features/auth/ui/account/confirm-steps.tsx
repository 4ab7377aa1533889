import { createResource, Match, Show, Switch } from "solid-js";
import { t } from "~/lib/i18n/t";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Spinner } from "~/ui/spinner";
import { failureKeyOf } from "../failure-key";
import { failureText } from "../failure-text";
import { AgreeForwarding } from "./agree-forwarding";
import { ConfirmPasswordForm } from "./confirm-password-form";
import { LinkRefused } from "./link-refused";
import { createLinkToken, keepLinkToken } from "./link-token";
import { openLink } from "./actions";

type Outcome = Awaited<ReturnType<typeof openLink>> | { step: "refused" } | { step: "failed"; why: unknown };

const open = (token: string): Promise<Outcome> =>
  openLink(token).catch((why: unknown) =>
    ["auth.link_invalid", "request.invalid"].includes(failureKeyOf(why) ?? "")
      ? { step: "refused" }
      : { step: "failed", why },
  );

/** Opens the link by which this page was reached, and says what came of it or what is still needed. */
export function ConfirmSteps() {
  const token = createLinkToken({ isKept: true });
  const [outcome] = createResource(() => token() || null, open, { ssrLoadFrom: "initial" });
  const at = <S extends Outcome["step"]>(step: S) => {
    const now = outcome.latest;
    return now?.step === step ? (now as Extract<Outcome, { step: S }>) : undefined;
  };
  return (
    <div class="grid gap-4" aria-live="polite">
      <Switch
        fallback={
          <p class="m-0 flex items-center gap-3">
            <Spinner /> {t("account.confirmBusy")}
          </p>
        }
      >
        <Match when={at("confirmed")}>
          {(done) => (
            <>
              <Notice tone="success" title={t("account.confirmDoneTitle")}>
                <Show when={done().takenOver} fallback={t("account.confirmDone", { email: done().email })}>
                  {(company) => t("account.confirmTakenOver", { company: company() })}
                </Show>
              </Notice>
              <LinkButton href="/admin" variant="primary" size="lg">
                {t("account.confirmGoOn")}
              </LinkButton>
            </>
          )}
        </Match>
        <Match when={at("alerted")}>
          {(done) => (
            <Notice tone="success" title={t("watch.confirmedTitle")}>
              {t("watch.confirmedText", { email: done().email, company: done().company })}
            </Notice>
          )}
        </Match>
        <Match when={at("forwarding")}>
          <AgreeForwarding token={token()!} />
        </Match>
        <Match when={at("password")}>{(asked) => <ConfirmPasswordForm token={token()!} email={asked().email} />}</Match>
        <Match when={at("sign_in")}>
          {(asked) => (
            <>
              <Notice tone="accent" title={t("account.confirmSignInTitle")}>
                {t("account.confirmSignInText", { email: asked().email })}
              </Notice>
              <LinkButton
                href="/login?next=/confirm"
                variant="primary"
                size="lg"
                onClick={() => keepLinkToken(token() ?? "")}
              >
                {t("auth.signIn")}
              </LinkButton>
            </>
          )}
        </Match>
        <Match when={token() === "" || at("refused")}>
          <LinkRefused>
            <p class="m-0 text-muted">{t("account.confirmAgain")}</p>
            <LinkButton href="/admin" size="lg">
              {t("account.confirmGoOn")}
            </LinkButton>
          </LinkRefused>
        </Match>
        <Match when={at("failed")}>{(failed) => <Notice tone="danger">{failureText(failed().why)}</Notice>}</Match>
      </Switch>
    </div>
  );
}
