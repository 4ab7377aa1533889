import { ForgotForm } from "~/features/auth/ui/account/forgot-form";
import { t } from "~/lib/i18n/t";
import { CenterShell } from "~/ui/center-shell";
import { Logo } from "~/ui/logo";
import { Title } from "~/ui/title";

export default function ForgotPage() {
  return (
    <CenterShell
      brand={<Logo />}
      title={t("account.forgotTitle")}
      description={t("account.forgotText")}
      aside={<a href="/login">{t("account.backToSignIn")}</a>}
    >
      <Title>{t("account.forgotTitle")}</Title>
      <ForgotForm />
    </CenterShell>
  );
}
