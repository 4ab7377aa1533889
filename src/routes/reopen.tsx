import { ReopenSteps } from "~/features/auth/ui/tenant/reopen-steps";
import { t } from "~/lib/i18n/t";
import { CenterShell } from "~/ui/center-shell";
import { Logo } from "~/ui/logo";
import { Title } from "~/ui/title";

export default function ReopenPage() {
  return (
    <CenterShell brand={<Logo />} title={t("tenant.reopenTitle")}>
      <Title>{t("tenant.reopenTitle")}</Title>
      <ReopenSteps />
    </CenterShell>
  );
}
