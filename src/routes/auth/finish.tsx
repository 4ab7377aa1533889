import type { RouteDefinition } from "@solidjs/router";
import { FinishForm } from "~/features/auth/ui/oauth/finish-form";
import { newcomer } from "~/features/auth/ui/oauth/queries";
import { t } from "~/lib/i18n/t";
import { CenterShell } from "~/ui/center-shell";
import { Logo } from "~/ui/logo";
import { Title } from "~/ui/title";

export const route = { preload: () => void newcomer() } satisfies RouteDefinition;

/** The last step of signing up by a provider. */
export default function FinishPage() {
  return (
    <CenterShell brand={<Logo />} title={t("auth.finishTitle")} description={t("auth.finishText")}>
      <Title>{t("auth.signUp")}</Title>
      <FinishForm />
    </CenterShell>
  );
}
