import { createAsync, useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { secondStep } from "~/features/auth/ui/security/queries";
import { SecondFactorForm } from "~/features/auth/ui/security/second-factor-form";
import { t } from "~/lib/i18n/t";
import { ownPath } from "~/lib/own-path";
import { CenterShell } from "~/ui/center-shell";
import { Logo } from "~/ui/logo";
import { Title } from "~/ui/title";

export default function SecondFactorPage() {
  const [search] = useSearchParams();
  const step = createAsync(() => secondStep());
  return (
    <CenterShell
      brand={<Logo />}
      title={t("security.secondTitle")}
      description={t("security.secondText")}
      aside={<a href="/login">{t("security.startAgain")}</a>}
    >
      <Title>{t("security.secondTitle")}</Title>
      <Show when={step()}>{(known) => <SecondFactorForm methods={known().methods} next={ownPath(search.next)} />}</Show>
    </CenterShell>
  );
}
