import { InviteSteps } from "~/features/auth/ui/team/invite-steps";
import { t } from "~/lib/i18n/t";
import { CenterShell } from "~/ui/center-shell";
import { Logo } from "~/ui/logo";
import { Title } from "~/ui/title";

export default function InvitePage() {
  return (
    <CenterShell brand={<Logo />} title={t("team.inviteePageTitle")}>
      <Title>{t("team.inviteePageTitle")}</Title>
      <InviteSteps />
    </CenterShell>
  );
}
