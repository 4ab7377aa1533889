import { createAsync } from "@solidjs/router";
import { FinishForm } from "~/features/auth/ui/oauth/finish-form";
import { newcomer } from "~/features/auth/ui/oauth/queries";
import { t } from "~/lib/i18n/t";
import { CenterShell } from "~/ui/center-shell";
import { Logo } from "~/ui/logo";
import { Title } from "~/ui/title";

/** The last step of signing up by a provider. */
export default function FinishPage() {
  const known = createAsync(() => newcomer());
  const isGone = () => known() === null;
  return (
    <CenterShell
      brand={<Logo />}
      title={isGone() ? t("auth.signUpTitle") : t("auth.finishTitle")}
      description={isGone() ? undefined : t("auth.finishText")}
    >
      <Title>{t("auth.signUp")}</Title>
      <FinishForm />
    </CenterShell>
  );
}
