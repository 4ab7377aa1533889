import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import type { Me } from "../../schema";
import type { Identities } from "../../schema/oauth";
import type { Security, SessionPage } from "../../schema/security";
import { ProviderProblem } from "../oauth/provider-problem";
import { AccountCards } from "./account-cards";
import { AppCard } from "./app-card";
import { PasskeysCard } from "./passkeys-card";
import { ProvidersCard } from "./providers-card";
import { RecoveryCard } from "./recovery-card";
import { SessionsCard } from "./sessions-card";

export type SecurityViewProps = {
  me: Me;
  security: Security;
  identities: Identities | undefined;
  sessions: SessionPage | undefined;
  after?: string;
};

/** Who the member is and everything that lets them in. */
export const SecurityView = (props: SecurityViewProps) => (
  <>
    <PageHeader title={t("security.title")} description={t("security.pageText")} />
    <div class="grid gap-5">
      <ProviderProblem />
      <Show when={props.me.needsSecondFactor}>
        <Notice tone="warning" title={t("security.neededTitle", { tenant: props.me.tenant.name })}>
          {t("security.neededText")}
        </Notice>
      </Show>
      <Show when={!props.me.needsSecondFactor}>
        <AccountCards me={props.me} hasPassword={props.security.hasPassword} />
      </Show>
      <h2 class="mt-2 text-lg">{t("security.factorsTitle")}</h2>
      <PasskeysCard security={props.security} />
      <AppCard security={props.security} />
      <Show when={props.security.hasTotp || props.security.passkeys.length > 0}>
        <RecoveryCard left={props.security.recoveryCodesLeft} />
      </Show>
      <Show when={props.identities}>{(known) => <ProvidersCard identities={known()} />}</Show>
      <h2 class="mt-2 text-lg">{t("security.sessionsTitle")}</h2>
      <SessionsCard page={props.sessions} after={props.after} />
    </div>
  </>
);
