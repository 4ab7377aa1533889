import { useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { CodeForm } from "~/features/webmail/ui/access/code-form";
import { ownMailPath } from "~/features/webmail/ui/own-mail-path";
import { SignInForm } from "~/features/webmail/ui/sign-in-form";
import { t } from "~/lib/i18n/t";
import { CenterShell } from "~/ui/center-shell";
import { Logo } from "~/ui/logo";
import { Title } from "~/ui/title";

export default function MailLoginPage() {
  const [search] = useSearchParams();
  const next = () => ownMailPath(search.next);
  const isCode = () => search.step === "code";
  return (
    <CenterShell
      brand={<Logo />}
      title={t("webmail.signInTitle")}
      description={t(search.ended ? "webmail.signedOut" : "webmail.signInText")}
      aside={
        <>
          {t("webmail.panelHint")} <a href="/login">{t("webmail.openPanel")}</a>
        </>
      }
    >
      <Title>{t("webmail.signInDocument")}</Title>
      <Show when={isCode()} fallback={<SignInForm next={next()} />}>
        <CodeForm next={next()} />
      </Show>
    </CenterShell>
  );
}
