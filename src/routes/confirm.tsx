import { ConfirmSteps } from "~/features/auth/ui/account/confirm-steps";
import { t } from "~/lib/i18n/t";
import { CenterShell } from "~/ui/center-shell";
import { Logo } from "~/ui/logo";
import { Title } from "~/ui/title";

export default function ConfirmPage() {
  return (
    <CenterShell brand={<Logo />} title={t("account.confirmTitle")}>
      <Title>{t("account.confirmTitle")}</Title>
      <ConfirmSteps />
    </CenterShell>
  );
}
