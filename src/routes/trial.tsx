import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { KeptNotices } from "~/features/auth/ui/account/kept-notices";
import { keptNotices } from "~/features/auth/ui/account/queries";
import { t } from "~/lib/i18n/t";
import { CenterShell } from "~/ui/center-shell";
import { Logo } from "~/ui/logo";
import { Title } from "~/ui/title";

/** Where a trial shows the mail that it does not send. */
export default function TrialPage() {
  const notices = createAsync(() => keptNotices());
  return (
    <CenterShell
      brand={<Logo />}
      title={t("account.keptTitle")}
      description={t("account.keptText")}
      aside={<a href="/login">{t("account.backToSignIn")}</a>}
    >
      <Title>{t("account.keptTitle")}</Title>
      <Show when={notices() !== undefined}>
        <Show when={notices()} fallback={<p class="m-0">{t("account.keptNotHere")}</p>}>
          {(kept) => <KeptNotices notices={kept()} />}
        </Show>
      </Show>
    </CenterShell>
  );
}
