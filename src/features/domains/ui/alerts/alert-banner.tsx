import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { alertRecipients } from "./queries";

/** For those who administer the tenant, while nobody could be told that a domain stopped working; else nothing. */
export function AlertBanner() {
  const told = createAsync(() => alertRecipients());
  // Whoever only has to confirm the own address is asked for that already.
  const isAsked = () => told()?.members.some(({ isConfirmed, isInside }) => !isConfirmed && !isInside);
  const isNobodyTold = () => told()?.hasDomains === true && !told()?.isAnybodyTold && !isAsked();
  const waiting = () => {
    const address = told()?.address;
    return address && !address.isConfirmed && !address.isInside ? address.email : undefined;
  };
  return (
    <Show when={isNobodyTold()}>
      <Notice
        tone="warning"
        class="mb-5"
        title={t("watch.bannerTitle")}
        action={
          <LinkButton href="/admin/settings" size="sm">
            {t("watch.bannerAction")}
          </LinkButton>
        }
      >
        <Show when={waiting()} fallback={t("watch.bannerText")}>
          {(email) => t("watch.bannerWaiting", { email: email() })}
        </Show>
      </Notice>
    </Show>
  );
}
