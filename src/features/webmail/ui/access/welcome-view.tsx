import { createResource, Match, Switch } from "solid-js";
import { createLinkToken } from "~/features/auth/ui/account/link-token";
import { failureKeyOf } from "~/features/auth/ui/failure-key";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { CenterShell } from "~/ui/center-shell";
import { Logo } from "~/ui/logo";
import { Notice } from "~/ui/notice";
import { Spinner } from "~/ui/spinner";
import { Title } from "~/ui/title";
import type { MailboxLinkView } from "../../schema/security";
import { failureText } from "../failure-text";
import { LinkGone } from "./link-gone";
import { RecoveryStep } from "./recovery-step";
import { SetPasswordForm } from "./set-password-form";

type Looked = { view: MailboxLinkView } | { refused: true } | { why: unknown };

const look = (token: string): Promise<Looked> =>
  trpc.webmail.security.openLink.mutate({ token }).then(
    (view) => ({ view }),
    (why: unknown) =>
      ["auth.link_invalid", "request.invalid"].includes(failureKeyOf(why) ?? "") ? { refused: true } : { why },
  );

/** What a link for a mailbox is about, and the one step that is left to whoever opened it. */
export function WelcomeView() {
  const token = createLinkToken({ isKept: true });
  const [looked] = createResource(() => token() || false, look, { ssrLoadFrom: "initial" });
  const view = () => (looked.latest && "view" in looked.latest ? looked.latest.view : undefined);
  const password = () => narrowed(view(), "password");
  const recovery = () => narrowed(view(), "recovery");
  const isRefused = () => token() === "" || (looked.latest !== undefined && "refused" in looked.latest);
  const failure = () => (looked.latest && "why" in looked.latest ? { why: looked.latest.why } : undefined);
  const title = () => {
    if (recovery()) return t("access.welcomeRecovery");
    return password()?.isFirst === false ? t("access.welcomeNew") : t("access.welcomeFirst");
  };
  return (
    <CenterShell
      brand={<Logo />}
      title={title()}
      description={view() && t("access.welcomeFor", { address: view()!.address })}
    >
      <Title>{t("access.welcomeDocument")}</Title>
      <div class="grid gap-5" aria-live="polite">
        <Switch
          fallback={
            <p class="m-0 flex items-center gap-3">
              <Spinner /> {t("access.welcomeOpening")}
            </p>
          }
        >
          <Match when={isRefused()}>
            <LinkGone />
          </Match>
          <Match when={failure()}>{(failed) => <Notice tone="danger">{failureText(failed().why)}</Notice>}</Match>
          <Match when={password()}>{(seen) => <SetPasswordForm view={seen()} token={token() ?? ""} />}</Match>
          <Match when={recovery()}>{(seen) => <RecoveryStep view={seen()} token={token() ?? ""} />}</Match>
        </Switch>
      </div>
    </CenterShell>
  );
}

const narrowed = <K extends MailboxLinkView["kind"]>(view: MailboxLinkView | undefined, kind: K) =>
  view?.kind === kind ? (view as Extract<MailboxLinkView, { kind: K }>) : undefined;
