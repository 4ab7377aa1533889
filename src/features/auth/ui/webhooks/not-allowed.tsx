import { t } from "~/lib/i18n/t";
import { EmptyState } from "~/ui/empty-state";
import { BellIcon } from "~/ui/icons";

/** For members whose role does not see webhooks. */
export const NotAllowed = () => (
  <EmptyState icon={<BellIcon />} title={t("webhooks.notAllowedTitle")}>
    {t("webhooks.notAllowedText")}
  </EmptyState>
);
