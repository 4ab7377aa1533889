import { createAsync } from "@solidjs/router";
import { Show, Suspense } from "solid-js";
import { t } from "~/lib/i18n/t";
import { ArrowLeftIcon } from "~/ui/icons";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Skeleton } from "~/ui/skeleton";
import { ForwardingSection } from "../forwarding/forwarding-section";
import { DeliverySection } from "../delivery/delivery-section";
import { PreferencesCard } from "../preferences/preferences-card";
import { SignaturesCard } from "../signatures/signatures-card";
import { VacationCard } from "../vacation/vacation-card";
import { hasFailed } from "../page-data";
import { AppPasswordsCard } from "./app-passwords-card";
import { FactorCard } from "./factor-card";
import { PasswordCard } from "./password-card";
import { PhoneCard } from "./phone-card";
import { mailSecurity } from "./queries";
import { RecoveryCard } from "./recovery-card";
import { SendingCard } from "./sending-card";
import { SessionsCard } from "./sessions-card";
import { StepUp } from "./step-up";
import "./settings-failures";

/** What mailbox users set for themselves. */
export function SettingsView() {
  const security = createAsync(() => mailSecurity());
  const read = () => {
    const known = security();
    return known && !hasFailed(known) ? known : undefined;
  };
  return (
    <main id="main" tabindex={-1} class="mx-auto max-w-200 p-5">
      <LinkButton href="/mail/inbox" variant="ghost" size="sm" icon={<ArrowLeftIcon size={16} />}>
        {t("access.backToMail")}
      </LinkButton>
      <div class="mt-4">
        <PageHeader title={t("access.settingsTitle")} description={t("access.settingsText")} />
      </div>
      <div class="grid gap-5">
        <Suspense fallback={<Skeleton />}>
          <Show
            when={read()}
            fallback={
              <Show when={security()}>
                <Notice tone="danger">{t("access.failed")}</Notice>
              </Show>
            }
          >
            {(known) => (
              <>
                <PasswordCard security={known()} />
                <FactorCard security={known()} />
                <AppPasswordsCard security={known()} />
                <RecoveryCard security={known()} />
              </>
            )}
          </Show>
        </Suspense>
        <PreferencesCard />
        <SignaturesCard />
        <VacationCard />
        <ForwardingSection />
        <DeliverySection />
        <SendingCard />
        <PhoneCard />
        <SessionsCard />
      </div>
      <StepUp hasTotp={read()?.hasTotp ?? false} />
    </main>
  );
}
