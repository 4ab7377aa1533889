import { ResetForm } from "~/features/auth/ui/account/reset-form";
import { t } from "~/lib/i18n/t";
import { CenterShell } from "~/ui/center-shell";
import { Logo } from "~/ui/logo";
import { Title } from "~/ui/title";

export default function ResetPage() {
  return (
    <CenterShell
      brand={<Logo />}
      title={t("account.resetTitle")}
      description={t("account.resetText")}
      aside={<a href="/login">{t("account.backToSignIn")}</a>}
    >
      <Title>{t("account.resetTitle")}</Title>
      <ResetForm />
    </CenterShell>
  );
}
