import { useSearchParams } from "@solidjs/router";
import { ownMailPath } from "~/features/webmail/ui/own-mail-path";
import { SignInForm } from "~/features/webmail/ui/sign-in-form";
import { t } from "~/lib/i18n/t";
import { CenterShell } from "~/ui/center-shell";
import { Logo } from "~/ui/logo";
import { Title } from "~/ui/title";

export default function MailLoginPage() {
  const [search] = useSearchParams();
  return (
    <CenterShell
      brand={<Logo />}
      title={t("webmail.signInTitle")}
      description={t("webmail.signInText")}
      aside={
        <>
          {t("webmail.panelHint")} <a href="/login">{t("webmail.openPanel")}</a>
        </>
      }
    >
      <Title>{t("webmail.signInDocument")}</Title>
      <SignInForm next={ownMailPath(search.next)} />
    </CenterShell>
  );
}
