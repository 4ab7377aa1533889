import { useSearchParams } from "@solidjs/router";
import { ownPath } from "~/lib/own-path";
import { ProviderButtons } from "~/features/auth/ui/provider-buttons";
import { SignInPasskey } from "~/features/auth/ui/security/sign-in-passkey";
import { SignInForm } from "~/features/auth/ui/sign-in-form";
import { t } from "~/lib/i18n/t";
import { CenterShell } from "~/ui/center-shell";
import { Logo } from "~/ui/logo";
import { Title } from "~/ui/title";

export default function LoginPage() {
  const [search] = useSearchParams();
  return (
    <CenterShell
      brand={<Logo />}
      title={t("auth.signInTitle")}
      description={t("auth.signInText")}
      aside={
        <>
          {t("auth.newHere")} <a href="/signup">{t("auth.signUp")}</a>
        </>
      }
    >
      <Title>{t("auth.signIn")}</Title>
      <SignInForm next={ownPath(search.next)} />
      <SignInPasskey next={ownPath(search.next)} />
      <p class="m-0 mt-4 text-center text-sm">
        <a href="/forgot">{t("auth.forgot")}</a>
      </p>
      <ProviderButtons next={ownPath(search.next)} />
      <p class="m-0 mt-5 text-center text-sm text-muted">
        {t("auth.mailboxHint")} <a href="/mail">{t("auth.openWebmail")}</a>
      </p>
    </CenterShell>
  );
}
