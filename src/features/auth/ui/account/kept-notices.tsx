import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { MailIcon } from "~/ui/icons";
import { LinkButton } from "~/ui/link-button";
import type { KeptNotice } from "../../schema/account";

/** The mails that a trial would have sent, each with its link. */
export function KeptNotices(props: { notices: KeptNotice[] }) {
  const none = (
    <EmptyState icon={<MailIcon />} title={t("account.keptNoneTitle")}>
      {t("account.keptNoneText")}
    </EmptyState>
  );
  return (
    <Show when={props.notices.length > 0} fallback={none}>
      <div class="grid gap-4">
        <For each={props.notices}>
          {(notice) => (
            <Card title={notice.subject} description={t("account.keptTo", { recipient: notice.recipient })}>
              <p class="m-0 whitespace-pre-line break-words text-sm">{notice.text}</p>
              <Show when={notice.path}>
                {(path) => (
                  <p class="mb-0 mt-4">
                    <LinkButton href={path()} rel="external" variant="primary" size="sm">
                      {t("account.keptOpen")}
                    </LinkButton>
                  </p>
                )}
              </Show>
            </Card>
          )}
        </For>
      </div>
    </Show>
  );
}
