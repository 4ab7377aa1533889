import { t } from "~/lib/i18n/t";
import { EmptyState } from "~/ui/empty-state";
import { UserIcon } from "~/ui/icons";
import { LinkButton } from "~/ui/link-button";
import { Title } from "~/ui/title";

/** Where an address leads to nobody. */
export const NoSuchUser = () => (
  <>
    <Title>{t("people.goneTitle")}</Title>
    <EmptyState
      icon={<UserIcon />}
      title={t("people.goneTitle")}
      action={<LinkButton href="/admin/users">{t("users.clearFilter")}</LinkButton>}
    >
      {t("people.goneText")}
    </EmptyState>
  </>
);
