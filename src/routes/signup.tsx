import { ProviderButtons } from "~/features/auth/ui/provider-buttons";
import { SignUpForm } from "~/features/auth/ui/sign-up-form";
import { t } from "~/lib/i18n/t";
import { CenterShell } from "~/ui/center-shell";
import { Logo } from "~/ui/logo";
import { Title } from "~/ui/title";

export default function SignUpPage() {
  return (
    <CenterShell
      brand={<Logo />}
      title={t("auth.signUpTitle")}
      description={t("auth.signUpText")}
      aside={
        <>
          {t("auth.haveAccount")} <a href="/login">{t("auth.signIn")}</a>
        </>
      }
    >
      <Title>{t("auth.signUp")}</Title>
      <SignUpForm />
      <ProviderButtons />
    </CenterShell>
  );
}
