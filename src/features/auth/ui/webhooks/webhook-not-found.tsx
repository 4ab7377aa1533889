import { t } from "~/lib/i18n/t";
import { EmptyState } from "~/ui/empty-state";
import { BellIcon } from "~/ui/icons";
import { LinkButton } from "~/ui/link-button";
import { Title } from "~/ui/title";

/** For an id that no webhook of the tenant has. */
export const WebhookNotFound = () => (
  <>
    <Title>{t("webhooks.notFoundTitle")}</Title>
    <EmptyState
      icon={<BellIcon />}
      title={t("webhooks.notFoundTitle")}
      action={<LinkButton href="/admin/webhooks">{t("webhooks.backToList")}</LinkButton>}
    >
      {t("webhooks.notFoundText")}
    </EmptyState>
  </>
);
